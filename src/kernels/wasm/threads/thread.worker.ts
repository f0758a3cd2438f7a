import { takeParts, word, type Board } from './job.ts';

/** What a thread computes with. */
export interface ThreadStart {
  kernels: WebAssembly.Module;
  memory: WebAssembly.Memory;
  board: Board;
  /** From 1; 0 is the thread that starts them. */
  thread: number;
}

/** Kernels follow each other within microseconds, and waking up takes longer: looks so long before it sleeps. */
const watchMs = 1;

addEventListener('message', ({ data }: MessageEvent<ThreadStart>) => {
  const { kernels, memory, board, thread } = data;
  const { exports } = new WebAssembly.Instance(kernels, { env: { memory } });
  postMessage('ready');
  const runs = Object.values(exports) as ((...values: number[]) => void)[];
  // Once that message is on its way.
  setTimeout(() => serve(board, runs, thread));
});

function serve(board: Board, runs: ((...values: number[]) => void)[], thread: number): never {
  for (let job = 0; ;) {
    job = waitForJob(board.words, job);
    takeParts(board, runs, thread);
    Atomics.notify(board.words, word.done);
  }
}

/** @returns the number of the newest job, once it is another than the one that was seen */
function waitForJob(words: Int32Array<SharedArrayBuffer>, seen: number): number {
  const end = performance.now() + watchMs;
  do {
    for (let i = 0; i < 100; i++) {
      const job = Atomics.load(words, word.job);
      if (job !== seen) return job;
    }
  } while (performance.now() < end);
  Atomics.add(words, word.sleeping, 1);
  Atomics.wait(words, word.job, seen);
  Atomics.sub(words, word.sleeping, 1);
  return Atomics.load(words, word.job);
}
