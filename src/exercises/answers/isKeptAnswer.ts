import type { KeptAnswer } from '../../contract/exercises.ts';

/**
 * Whether something that lay on this device is an answer that the page can go on from. What it holds inside is
 * looked at by those who know: the kind (`isAnswer`), and for files importAnswers.ts.
 */
export function isKeptAnswer(found: unknown): found is KeptAnswer {
  if (typeof found !== 'object' || found === null) return false;
  const { exercise, version, changedAt, report, others } = found as Partial<KeptAnswer>;
  return (
    typeof exercise === 'string' &&
    Number.isInteger(version) &&
    Number.isFinite(changedAt) &&
    (report === undefined || Array.isArray(report?.results)) &&
    (others === undefined || Array.isArray(others))
  );
}
