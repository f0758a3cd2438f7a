import type { KeptAnswer } from '../contract/exercises.ts';

/** How far the reader is with an exercise. */
export type Progress = 'not begun' | 'begun' | 'solved';

/** How far an answer is; what was solved once stays solved. */
export function progressOf(kept: KeptAnswer | undefined): Progress {
  if (kept?.solvedAt !== undefined) return 'solved';
  return kept?.answer === undefined ? 'not begun' : 'begun';
}
