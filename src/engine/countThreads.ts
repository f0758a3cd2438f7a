/** More have not been measured. */
const threadsAtMost = 4;

/**
 * How many threads help on a processor that says it has `cores`: often two of them share one core's arithmetic, and the
 * page and other programs want to compute, too.
 */
export function countThreads(cores: number): number {
  return cores < 2 ? 1 : Math.min(Math.max(Math.floor(cores / 2), 2), threadsAtMost);
}
