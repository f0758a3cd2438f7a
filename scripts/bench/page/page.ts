import type { PictureCommand, PictureLap, PictureReply, PictureWork } from './pictureProtocol.ts';
import type { Command, EntrantName, Lap, Reply, Workload } from './protocol.ts';

/** What the benchmark calls in this page. */
export interface Bench {
  /** A new entrant in a realm of its own, ready for its first step. */
  start(entrant: EntrantName, workload: Workload): Promise<number>;
  run(id: number, steps: number): Promise<Lap>;
  /** The same for an entrant that answers what pictures show. */
  startPictures(work: PictureWork): Promise<{ id: number; threads: number }>;
  answer(id: number, times: number): Promise<PictureLap>;
  stop(id: number): void;
}

const workers: Worker[] = [];

const bench: Bench = {
  async start(entrant, workload) {
    const worker = new Worker(new URL('./entrant.worker.ts', import.meta.url), { type: 'module' });
    await ask<Command, Reply>(worker, { type: 'start', entrant, workload });
    return workers.push(worker) - 1;
  },
  async run(id, steps) {
    const { lap } = await ask<Command, Reply>(workers[id]!, { type: 'run', steps });
    return lap!;
  },
  async startPictures(work) {
    const worker = new Worker(new URL('./picture.worker.ts', import.meta.url), { type: 'module' });
    const { threads } = await ask<PictureCommand, PictureReply>(worker, { type: 'start', work });
    return { id: workers.push(worker) - 1, threads: threads! };
  },
  async answer(id, times) {
    const command = { type: 'answer', times } as const;
    const { lap } = await ask<PictureCommand, PictureReply>(workers[id]!, command);
    return lap!;
  },
  stop: (id) => workers[id]!.terminate(),
};
Object.assign(window, { bench });

/** A worker answers one command at a time. */
function ask<Asked, Answered extends object>(
  worker: Worker,
  command: Asked,
): Promise<Exclude<Answered, { error: string }>> {
  return new Promise((resolve, reject) => {
    worker.onmessage = ({ data: reply }: MessageEvent<Answered | { error: string }>) =>
      'error' in reply
        ? reject(new Error(String(reply.error)))
        : resolve(reply as Exclude<Answered, { error: string }>);
    worker.onerror = ({ message }) => reject(new Error(message));
    worker.postMessage(command);
  });
}
