/** More have not been measured. */
const threadsAtMost = 4;

export interface ThreadCounts {
  /** How many are started. */
  all: number;
  /** How many compute what nobody measures. */
  usual: number;
}

/**
 * How many threads may help on a processor that says it has `cores`: half, because often two of them share one core's
 * arithmetic, and the page and other programs want to compute, too. Of two cores, the second is tried while a network
 * trains, which measures whether it helps (training/sharing.ts): beside other programs two threads were 0.5 to 2.2
 * times as fast as one (`threads.wasm` of the benchmark).
 */
export function countThreads(cores: number): ThreadCounts {
  const usual = Math.min(Math.max(Math.floor(cores / 2), 1), threadsAtMost);
  return { all: cores === 2 ? 2 : usual, usual };
}
