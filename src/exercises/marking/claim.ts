import type { CheckReport, KeptAnswer } from '../../contract/exercises.ts';
import { isSameAnswer } from '../answers/isSameAnswer.ts';

/** What a file says of an answer: that it passes, or not. */
export interface Claim {
  answer: unknown;
  isSolved: boolean;
  /** What the file says that the checks found in this very answer. */
  report?: CheckReport;
}

/** Of an exercise that the file says is solved, the answer is the one that solved it. Nothing where there is none. */
export function claimOf(kept: KeptAnswer | undefined): Claim | undefined {
  if (!kept) return undefined;
  const isSolved = kept.solvedAt !== undefined;
  const answer = isSolved ? (kept.solvedWith ?? kept.answer) : kept.answer;
  if (answer === undefined) return undefined;
  const isReported = kept.report && isSameAnswer(kept.judged, answer);
  return { answer, isSolved, ...(isReported && kept.report && { report: kept.report }) };
}

/** In what the checks disagree with the file, as a sentence; empty where they agree. */
export function differenceOf({ isSolved, report }: Claim, found: CheckReport): string {
  const passes = allPass(found);
  if (isSolved && !passes) return 'The file says that it is solved; the checks do not all pass.';
  if (!isSolved && passes) return 'The file does not say that it is solved; all checks pass.';
  if (!report || isSameAnswer(failing(report), failing(found))) return '';
  return 'The file says that other checks fail.';
}

export function allPass({ results }: CheckReport): boolean {
  return results.every(({ passed }) => passed === true);
}

const failing = ({ results }: CheckReport) =>
  results.filter(({ passed }) => passed === false).map(({ id }) => id);
