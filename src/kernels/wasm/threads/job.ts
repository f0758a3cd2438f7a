/** What the threads share beside the memory: one job at a time, its parts, and who has taken which. */
export interface Board {
  /** One word for each of `word`. */
  words: Int32Array<SharedArrayBuffer>;
  /** Parts of each thread's own run of them that none has taken yet; below zero once threads came too late. */
  left: Int32Array<SharedArrayBuffer>;
  /**
   * Rows of `argumentsAtMost` numbers: how much each argument grows from one thread to the next, then the
   * arguments of each part on thread 0.
   */
  table: Float64Array<SharedArrayBuffer>;
}

export const word = {
  /** Counts the jobs; threads sleep on it. */
  job: 0,
  /** Parts of the job. */
  parts: 1,
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

/** @param threads that share it */
export function createBoard(threads: number): Board {
  const words = Object.keys(word).length * Int32Array.BYTES_PER_ELEMENT;
  const rows = (partsAtMost + 1) * argumentsAtMost * Float64Array.BYTES_PER_ELEMENT;
  return {
    words: new Int32Array(new SharedArrayBuffer(words)),
    left: new Int32Array(new SharedArrayBuffer(threads * Int32Array.BYTES_PER_ELEMENT)),
    table: new Float64Array(new SharedArrayBuffer(rows)),
  };
}

type Run = (...values: number[]) => void;

/** For so many arguments a list, filled anew for each part: a step has thousands of parts. */
const argumentLists = Array.from({ length: argumentsAtMost + 1 }, (_, length) =>
  Array.from({ length }, () => 0),
);

/** The first part of a thread's own run of so many parts. */
function startOf(thread: number, parts: number, threads: number): number {
  return Math.floor((thread * parts) / threads);
}

/** Gives each thread its own run of parts: the last that is written to the board. */
export function dealParts({ left }: Board, parts: number): void {
  const threads = left.length;
  for (let thread = 0; thread < threads; thread++) {
    const count = startOf(thread + 1, parts, threads) - startOf(thread, parts, threads);
    Atomics.store(left, thread, count);
  }
}

/**
 * Computes the parts of a thread's own run, from the first to the last, then what others have left of theirs. Its own are the
 * same share of the pictures in each kernel, so that they lie in its processor's cache. A part is taken before its row
 * is read, and the board isn't written to before all parts are done, so a thread that comes late takes part in the
 * next job or in none.
 * @param exports of kernels.wasm, in their order
 * @param thread its number, from 0
 */
export function takeParts(board: Board, exports: Run[], thread: number): void {
  const threads = board.left.length;
  for (let i = 0; i < threads; i++) takePartsOf(board, (thread + i) % threads, exports, thread);
}

function takePartsOf({ words, left, table }: Board, owner: number, exports: Run[], thread: number) {
  for (;;) {
    const untaken = Atomics.sub(left, owner, 1);
    if (untaken <= 0) return;
    const part = startOf(owner + 1, words[word.parts] as number, left.length) - untaken;
    const row = (part + 1) * argumentsAtMost;
    const values = argumentLists[words[word.arguments] as number] as number[];
    for (let i = 0; i < values.length; i++)
      values[i] = (table[row + i] as number) + thread * (table[i] as number);
    try {
      (exports[words[word.run] as number] as Run)(...values);
    } catch {
      Atomics.add(words, word.failed, 1);
    }
    Atomics.add(words, word.done, 1);
  }
}
