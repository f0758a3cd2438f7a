import type { CheckReport } from '../../contract/exercises.ts';
import type { Judgement } from './judgement.ts';

/** The report on an exercise of several questions: what was said of each. */
export function reportOf(
  judged: readonly { id: string; title: string; judgement: Judgement }[],
): CheckReport {
  const results = judged.map(({ id, title, judgement: { right, says } }) => ({
    ...{ id, title },
    ...(right !== undefined && { passed: right }),
    ...(right === false && { detail: says }),
  }));
  return { results, mistakes: [] };
}
