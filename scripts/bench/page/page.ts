import type {
  PictureCommand,
  PictureReply,
  PictureSample,
  PictureWork,
} from './pictureProtocol.ts';
import type {
  BrowserCandidateName,
  Command,
  Reply,
  Sample,
  TransformerCandidate,
  Workload,
} from './protocol.ts';

/** What the benchmark calls in this page. */
export interface Bench {
  /** A new candidate in a realm of its own, ready for its first step. */
  start(candidate: BrowserCandidateName, workload: Workload): Promise<number>;
  startTransformer(candidate: TransformerCandidate): Promise<number>;
  run(id: number, steps: number): Promise<Sample>;
  /** The same for a candidate that answers what pictures show. */
  startPictures(work: PictureWork): Promise<{ id: number; runsOn: string }>;
  answer(id: number, times: number): Promise<PictureSample>;
  stop(id: number): void;
}

const workers: Worker[] = [];

const bench: Bench = {
  start: (candidate, workload) => startCandidate({ type: 'start', candidate, workload }),
  startTransformer: (candidate) => startCandidate({ type: 'startTransformer', candidate }),
  async run(id, steps) {
    const { sample } = await ask<Command, Reply>(workers[id]!, { type: 'run', steps });
    return sample!;
  },
  async startPictures(work) {
    const worker = new Worker(new URL('./picture.worker.ts', import.meta.url), { type: 'module' });
    const { runsOn } = await ask<PictureCommand, PictureReply>(worker, { type: 'start', work });
    return { id: workers.push(worker) - 1, runsOn: runsOn! };
  },
  async answer(id, times) {
    const command = { type: 'answer', times } as const;
    const { sample } = await ask<PictureCommand, PictureReply>(workers[id]!, command);
    return sample!;
  },
  stop: (id) => workers[id]!.terminate(),
};
Object.assign(window, { bench });

async function startCandidate(command: Command): Promise<number> {
  const worker = new Worker(new URL('./candidate.worker.ts', import.meta.url), { type: 'module' });
  await ask<Command, Reply>(worker, command);
  return workers.push(worker) - 1;
}

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
