import { createBatches } from './batches.ts';
import type {
  PictureCommand,
  PictureEntrantName,
  PictureLap,
  PictureReply,
  PictureWork,
} from './pictureProtocol.ts';

/** One implementation of ResNet-34 with its weights, ready for pictures of one size. */
export interface PictureEntrant {
  /** How many it computes on. */
  threads: number;
  /** A picture [height, width, 3] → logits [classes]. */
  answer(picture: Float32Array): Promise<Float32Array>;
}

let entrant: PictureEntrant;
let picture: Float32Array;

/** One worker is one entrant: kernels are registered for a whole realm. */
addEventListener('message', ({ data: command }: MessageEvent<PictureCommand>) => {
  const work: Promise<PictureReply> =
    command.type === 'start' ? begin(command.work) : answer(command.times).then((lap) => ({ lap }));
  void work
    .catch((error: unknown): PictureReply => ({ error: String(error) }))
    .then((reply) => postMessage(reply));
});

const start: Record<PictureEntrantName, (work: PictureWork) => Promise<PictureEntrant>> = {
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
  entrant = await start[work.entrant](work);
  return { threads: entrant.threads };
}

async function answer(times: number): Promise<PictureLap> {
  const ms: number[] = [];
  let logits: ArrayLike<number> = [];
  while (ms.length < times) {
    const begun = performance.now();
    logits = await entrant.answer(picture);
    ms.push(performance.now() - begun);
  }
  return { ms, logits: Array.from(logits) };
}
