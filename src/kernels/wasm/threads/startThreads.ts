import type { Threads } from '../module.ts';
import {
  argumentsAtMost,
  createBoard,
  dealParts,
  partsAtMost,
  takeParts,
  word,
  type Board,
} from './job.ts';
import type { ThreadStart } from './thread.worker.ts';

/** Threads that can be sent to sleep and ended. */
export interface ThreadPool extends Threads {
  /** How many there are, at work or asleep. */
  readonly all: number;
  /** Whether all of them compute, as at first, or the calling one alone. */
  share(isShared: boolean): void;
  /** Ends all but the calling one; kernels are not run on them again. */
  end(): void;
}

/** A fifth of a millisecond's work. */
const leastWork = 2 ** 19;
/** A worker that hasn't started by then is done without, in milliseconds. */
const patienceMs = 5000;
/** The calling thread looks so long whether the others are done before it sleeps. */
const watchMs = 1;
/** So often before it asks for the time, which takes longer than a look. */
const looksAtOnce = 100;
/** A part takes milliseconds: a thread that is not done with one by then never will be. */
const lostMs = 60_000;

/**
 * Starts `count` − 1 workers beside the calling thread, all with the same kernels on the same memory.
 *
 * @param kernels kernels.wasm with its memory declared as shared
 * @param memory shared
 * @param least as in Threads
 * @returns undefined if one of them did not start; then none is left
 */
export async function startThreads(
  kernels: WebAssembly.Module,
  memory: WebAssembly.Memory,
  count: number,
  { least = leastWork, createWorker = createThread } = {},
): Promise<ThreadPool | undefined> {
  const board = createBoard(count);
  const workers: Worker[] = [];
  const end = () => workers.forEach((worker) => worker.terminate());
  try {
    for (let thread = 1; thread < count; thread++) workers.push(createWorker());
    await Promise.all(
      workers.map((worker, i) => greet(worker, { kernels, memory, board, thread: i + 1 })),
    );
  } catch (error) {
    console.warn('This runs on one thread.', error);
    end();
    return undefined;
  }
  const { exports } = new WebAssembly.Instance(kernels, { env: { memory } });
  let working = count;
  return {
    all: count,
    get count() {
      return working;
    },
    least,
    run: createRun(board, exports),
    share: (isShared) => void (working = isShared ? count : 1),
    end,
  };
}

function createThread(): Worker {
  return new Worker(new URL('./thread.worker.ts', import.meta.url), { type: 'module' });
}

function greet(worker: Worker, start: ThreadStart): Promise<void> {
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => reject(new Error('A thread does not start.')), patienceMs);
    worker.onmessage = () => {
      clearTimeout(late);
      resolve();
    };
    worker.onerror = (event) => {
      event.preventDefault();
      clearTimeout(late);
      reject(new Error(event.message || 'A thread cannot be started.'));
    };
    worker.postMessage(start);
  });
}

function createRun(board: Board, exports: WebAssembly.Exports): Threads['run'] {
  const { words, table } = board;
  const numbers = new Map(Object.keys(exports).map((name, number) => [name, number]));
  const runs = Object.values(exports) as ((...values: number[]) => void)[];
  const mayWait = canWait();
  return function run(name, parts, steps) {
    if (parts.length > partsAtMost) run(name, parts.slice(partsAtMost), steps);
    const count = Math.min(parts.length, partsAtMost);
    write(table, 0, steps);
    for (let i = 0; i < count; i++)
      write(table, (i + 1) * argumentsAtMost, parts[i] as readonly number[]);
    words[word.run] = numbers.get(name) ?? -1;
    words[word.arguments] = steps.length;
    words[word.done] = 0;
    words[word.failed] = 0;
    words[word.parts] = count;
    dealParts(board, count);
    Atomics.add(words, word.job, 1);
    if (Atomics.load(words, word.sleeping) > 0) Atomics.notify(words, word.job);
    takeParts(board, runs, 0);
    waitForAll(words, count, mayWait);
    if (Atomics.load(words, word.failed) > 0) throw new Error(`${name} failed on several threads.`);
  };
}

/** What typed arrays do of themselves takes longer for a few numbers. */
function write(table: Float64Array, at: number, values: readonly number[]): void {
  for (let i = 0; i < values.length; i++) table[at + i] = values[i] as number;
}

function waitForAll(words: Int32Array<SharedArrayBuffer>, parts: number, mayWait: boolean): void {
  let done = Atomics.load(words, word.done);
  for (let i = 0; i < looksAtOnce && done < parts; i++) done = Atomics.load(words, word.done);
  const begun = performance.now();
  while (done < parts) {
    const passed = performance.now() - begun;
    if (passed > lostMs) throw new Error('A thread no longer answers.');
    if (passed > watchMs && mayWait) Atomics.wait(words, word.done, done, lostMs);
    done = Atomics.load(words, word.done);
  }
}

/** A page may not sleep, only a worker. */
function canWait(): boolean {
  try {
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 0);
    return true;
  } catch {
    return false;
  }
}
