/** What the threads share beside the memory: one job at a time, its parts, and who has taken which. */
export interface Board {
  /** One word for each of `word`. */
  words: Int32Array<SharedArrayBuffer>;
  /**
   * Rows of `argumentsAtMost` numbers: how much each argument grows from one thread to the next, then the
   * arguments of each part on thread 0.
   */
  table: Float64Array<SharedArrayBuffer>;
}

export const word = {
  /** Counts the jobs; threads sleep on it. */
  job: 0,
  /** Parts that no thread has taken yet; below zero once threads came too late. */
  left: 1,
  /** Parts that are done. */
  done: 2,
  /** Which export of kernels.wasm to call, in the order of its exports. */
  run: 3,
  /** How many arguments it takes. */
  arguments: 4,
  sleeping: 5,
  /** Parts that threw an error. */
  failed: 6,
};

export const argumentsAtMost = 24;
export const partsAtMost = 64;

export function createBoard(): Board {
  const words = Object.keys(word).length * Int32Array.BYTES_PER_ELEMENT;
  const rows = (partsAtMost + 1) * argumentsAtMost * Float64Array.BYTES_PER_ELEMENT;
  return {
    words: new Int32Array(new SharedArrayBuffer(words)),
    table: new Float64Array(new SharedArrayBuffer(rows)),
  };
}

type Run = (...values: number[]) => void;

/**
 * Takes parts of the job, one after another, and computes them, until none is left. A part is taken before its row
 * is read, and the board isn't written to before all parts are done, so a thread that comes late takes part in the
 * next job or in none.
 * @param exports of kernels.wasm, in their order
 * @param thread its number, from 0
 */
export function takeParts({ words, table }: Board, exports: Run[], thread: number): void {
  for (;;) {
    const part = Atomics.sub(words, word.left, 1);
    if (part <= 0) return;
    const row = part * argumentsAtMost;
    const steps = table.subarray(0, words[word.arguments]);
    const values = Array.from(steps, (step, i) => (table[row + i] as number) + thread * step);
    try {
      (exports[words[word.run] as number] as Run)(...values);
    } catch {
      Atomics.add(words, word.failed, 1);
    }
    Atomics.add(words, word.done, 1);
  }
}
