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
/** After so many milliseconds a turn ends early. */
const turnMs = 3000;

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
  ours: async (work) => (await import('./pictureTfjs.ts')).startOurs(work, 'wasm'),
  oursWebgl: async (work) => (await import('./pictureTfjs.ts')).startOurs(work, 'webgl'),
  oursWebgpu: async (work) => (await import('./pictureTfjs.ts')).startOurs(work, 'webgpu'),
  stock: async (work) => (await import('./pictureTfjs.ts')).startStock(work),
  onnx: async (work) => (await import('./pictureOnnx.ts')).startOnnx(work, 'wasm', 1),
  onnxByItself: async (work) => (await import('./pictureOnnx.ts')).startOnnx(work, 'wasm'),
  onnxAllThreads: async (work) =>
    (await import('./pictureOnnx.ts')).startOnnx(work, 'wasm', navigator.hardwareConcurrency),
  onnxWebgpu: async (work) => (await import('./pictureOnnx.ts')).startOnnx(work, 'webgpu', 1),
};

async function begin(work: PictureWork): Promise<PictureReply> {
  const { pictureSize } = work;
  picture = createBatches({ pictureSize, batchSize: 1 })[0]!.pictures;
  candidate = await start[work.candidate](work);
  return { runsOn: candidate.runsOn };
}

async function answer(times: number): Promise<PictureSample> {
  const ms: number[] = [];
  let logits: ArrayLike<number> = [];
  const end = performance.now() + turnMs;
  do {
    const begun = performance.now();
    logits = await candidate.answer(picture);
    ms.push(performance.now() - begun);
  } while (ms.length < times && performance.now() < end);
  return { ms, logits: Array.from(logits) };
}
