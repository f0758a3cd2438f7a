/** More have not been measured. */
const threadsAtMost = 4;

/**
 * How many threads help on a processor that says it has `cores`: half, because often two of them share one core's
 * arithmetic, and the page and other programs want to compute, too. On two cores a second thread made training 0.8 to
 * 2.2 times as fast beside other programs (`threads.wasm` of the benchmark): it is left to the page.
 */
export function countThreads(cores: number): number {
  return Math.min(Math.max(Math.floor(cores / 2), 1), threadsAtMost);
}
