import type { Course } from '../stages.ts';

/** Ends of scales, so that a small change of the numbers leaves a scale as it is. */
const ends = [1, 1.5, 2, 3, 4, 5, 6, 8, 10];

/** The first round number that is at least as large. */
export function roundUp(value: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(value, 1e-6)));
  return power * (ends.find((end) => end * power >= value) ?? 10);
}

/** The longest vector of a course, the stream's or one that is added, rounded up. */
export function longest({ stages }: Course): number {
  return roundUp(Math.max(...stages.flatMap(({ added, stream }) => [added, stream])));
}
