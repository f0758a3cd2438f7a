import type { KeptAnswer, OtherAnswer } from '../../contract/exercises.ts';
import { isSameAnswer } from './isSameAnswer.ts';

/** More would be a heap, and nobody looks through a heap. */
const mostOthers = 5;

/**
 * One answer of two to the same exercise, of which neither may be lost: `mine` stays the answer, and the other's
 * is kept beside it. Whatever either has solved or seen counts.
 */
export function joinAnswers(mine: KeptAnswer, theirs: KeptAnswer): KeptAnswer {
  const aside = [
    ...(mine.others ?? []),
    { answer: theirs.answer, changedAt: theirs.changedAt },
    ...(theirs.others ?? []),
  ];
  const others = keepOthers(aside, mine.answer);
  const [first = mine] = [mine, theirs]
    .filter(({ solvedAt }) => solvedAt !== undefined)
    .sort((a, b) => (a.solvedAt ?? 0) - (b.solvedAt ?? 0));
  const hints = Math.max(mine.hints ?? 0, theirs.hints ?? 0);
  return {
    ...mine,
    ...(others.length > 0 && { others }),
    ...(first.solvedAt !== undefined && {
      solvedAt: first.solvedAt,
      solvedWith: first.solvedWith,
    }),
    ...(hints > 0 && { hints }),
    ...((mine.sawSolution ?? theirs.sawSolution) && { sawSolution: true as const }),
  };
}

/**
 * The answers beside the present one: the newest first, each once, none empty.
 * @param answer the present one
 */
export function keepOthers(others: OtherAnswer[], answer: unknown): OtherAnswer[] {
  const newestFirst = [...others].sort((a, b) => b.changedAt - a.changedAt);
  return newestFirst
    .filter(
      (one, index) =>
        one.answer !== undefined &&
        !isSameAnswer(one.answer, answer) &&
        newestFirst.findIndex((other) => isSameAnswer(other.answer, one.answer)) === index,
    )
    .slice(0, mostOthers);
}
