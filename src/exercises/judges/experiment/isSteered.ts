import type { Steered } from './steer.ts';

type Fields = Record<string, unknown>;

const isRecord = (value: unknown): value is Fields => typeof value === 'object' && value !== null;
const areNumbers = (value: Fields, names: readonly string[]) =>
  names.every((name) => typeof value[name] === 'number');

/** Whether something that was kept or imported is what the steering figure has shown. */
export function isSteered(value: unknown): value is Steered {
  return (
    isRecord(value) &&
    ['chapter', 'reader'].includes(String(value['network'])) &&
    Array.isArray(value['changes']) &&
    value['changes'].every(isChange) &&
    isScore(value['unchanged']) &&
    isScore(value['changed']) &&
    (value['control'] === null || isScore(value['control']))
  );
}

function isChange(value: unknown): boolean {
  if (!isRecord(value) || typeof value['place'] !== 'string') return false;
  if (typeof value['factor'] !== 'number') return false;
  const { type, head, vector } = value;
  return type === 'steer'
    ? vector === 'agreement' || vector === 'random'
    : type === 'scale' && (head === null || typeof head === 'number');
}

function isScore(value: unknown): boolean {
  return isRecord(value) && ['friend', 'teacher', 'none'].every((of) => areAnswers(value[of]));
}

function areAnswers(value: unknown): boolean {
  return (
    isRecord(value) &&
    areNumbers(value, ['prompts', 'agree', 'truth']) &&
    isRecord(value['difference']) &&
    areNumbers(value['difference'], ['mean', 'deviation'])
  );
}
