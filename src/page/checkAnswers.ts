import { readStored, store, type StorageProblem } from '../lib/deviceStorage.ts';

const storageKey = 'quick-checks';

/** Lesson and check, such as `residual/check-one-value` → the choices made, by index, in their order. */
export type CheckAnswers = Record<string, number[]>;

/** What was stored, without what is no answer; nothing where it cannot be read. */
export function parseAnswers(stored: string | null): CheckAnswers {
  try {
    const answers: unknown = JSON.parse(stored ?? '{}');
    if (typeof answers !== 'object' || answers === null) return {};
    return Object.fromEntries(
      Object.entries(answers).filter(
        ([, chosen]) => Array.isArray(chosen) && chosen.every((index) => Number.isInteger(index)),
      ),
    ) as CheckAnswers;
  } catch {
    return {};
  }
}

/** The choices that were made at a check on this device. */
export function readAnswers(check: string): number[] {
  return parseAnswers(readStored(storageKey))[check] ?? [];
}

/** Keeps the choices made at a check; none take it back. Returns why they are not kept, if they are not. */
export function keepAnswers(check: string, chosen: number[]): StorageProblem | null {
  // Read again: another tab may have answered another check.
  const { [check]: _, ...others } = parseAnswers(readStored(storageKey));
  return store(
    storageKey,
    JSON.stringify(chosen.length > 0 ? { ...others, [check]: chosen } : others),
  );
}
