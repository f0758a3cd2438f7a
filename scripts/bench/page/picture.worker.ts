import { createBatches } from './batches.ts';
import type { PictureCandidate } from './pictureCandidate.ts';
import type {
  PictureCandidateName,
  PictureCommand,
  PictureReply,
  PictureSample,
  PictureWork,
} from './pictureProtocol.ts';

let candidate: PictureCandidate;
let picture: Float32Array;

/** One worker is one candidate: kernels are registered for a whole realm. */
addEventListener('message', ({ data: command }: MessageEvent<PictureCommand>) => {
  const work: Promise<PictureReply> =
    command.type === 'start'
      ? begin(command.work)
      : answer(command.times).then((sample) => ({ sample }));
  void work
    .catch((error: unknown): PictureReply => ({ error: String(error) }))
    .then((reply) => postMessage(reply));
});

const start: Record<PictureCandidateName, (work: PictureWork) => Promise<PictureCandidate>> = {
  ours: async (work) => (await import('./pictureTfjs.ts')).startOurs(work),
  stock: async (work) => (await import('./pictureTfjs.ts')).startStock(work),
  onnx: async (work) => (await import('./pictureOnnx.ts')).startOnnx(work, 1),
  onnxByItself: async (work) => (await import('./pictureOnnx.ts')).startOnnx(work),
  onnxAllThreads: async (work) =>
    (await import('./pictureOnnx.ts')).startOnnx(work, navigator.hardwareConcurrency),
};

async function begin(work: PictureWork): Promise<PictureReply> {
  const { pictureSize } = work;
  picture = createBatches({ pictureSize, batchSize: 1 })[0]!.pictures;
  candidate = await start[work.candidate](work);
  return { threads: candidate.threads };
}

async function answer(times: number): Promise<PictureSample> {
  const ms: number[] = [];
  let logits: ArrayLike<number> = [];
  while (ms.length < times) {
    const begun = performance.now();
    logits = await candidate.answer(picture);
    ms.push(performance.now() - begun);
  }
  return { ms, logits: Array.from(logits) };
}
