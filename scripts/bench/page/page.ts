import type { Command, EntrantName, Lap, Reply, Workload } from './protocol.ts';

/** What the benchmark calls in this page. */
export interface Bench {
  /** A new entrant in a realm of its own, ready for its first step. */
  start(entrant: EntrantName, workload: Workload): Promise<number>;
  run(id: number, steps: number): Promise<Lap>;
  stop(id: number): void;
}

const workers: Worker[] = [];

const bench: Bench = {
  async start(entrant, workload) {
    const worker = new Worker(new URL('./entrant.worker.ts', import.meta.url), { type: 'module' });
    const id = workers.push(worker) - 1;
    await ask(worker, { type: 'start', entrant, workload });
    return id;
  },
  async run(id, steps) {
    const { lap } = await ask(workers[id]!, { type: 'run', steps });
    return lap!;
  },
  stop: (id) => workers[id]!.terminate(),
};
Object.assign(window, { bench });

/** A worker answers one command at a time. */
function ask(worker: Worker, command: Command): Promise<{ lap?: Lap }> {
  return new Promise((resolve, reject) => {
    worker.onmessage = ({ data: reply }: MessageEvent<Reply>) =>
      'error' in reply ? reject(new Error(reply.error)) : resolve(reply);
    worker.onerror = ({ message }) => reject(new Error(message));
    worker.postMessage(command);
  });
}
