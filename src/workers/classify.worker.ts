import { memory } from '@tensorflow/tfjs-core';
import { DataError } from '../data/download/dataError.ts';
import type { Surgery } from '../contract/surgery.ts';
import type { ClassifyCommand, ClassifyConfig, ClassifyEvent } from '../contract/classify.ts';
import { CheckpointError } from '../weights/checkpointError.ts';
import { bitmapPicture } from '../data/pictures/bitmapPicture.ts';
import { loadWeights } from '../inference/loadWeights.ts';
import { createPictureNetwork, type PictureNetwork } from '../inference/pictureNetwork.ts';
import { startEngine } from '../engine/startEngine.ts';

const post = (event: ClassifyEvent) => postMessage(event);
let network: Promise<PictureNetwork> | undefined;
let isLost = () => false;
/** Pictures are answered one after the other. */
let queue = Promise.resolve();

/** One worker holds one network; pictures that come while it loads wait for it. */
addEventListener('message', ({ data: command }: MessageEvent<ClassifyCommand>) => {
  switch (command.type) {
    case 'load':
      network = load(command.config);
      return void network.catch((error: unknown) =>
        post({ type: 'broken', ...explain(error, 'cannot be used') }),
      );
    case 'classify':
      return void answer(command.number, command.surgery, command.picture);
    case 'operate':
      return void answer(command.number, command.surgery);
    case 'locate':
      return void locate(command.number, command.classIndex, command.surgery);
  }
});

async function load({ source, backend }: ClassifyConfig): Promise<PictureNetwork> {
  post({ type: 'waiting', waiting: { for: 'engine' } });
  const [engine, { card, state }] = await Promise.all([
    startEngine(backend),
    loadWeights(source, (receivedBytes, totalBytes) =>
      post({ type: 'waiting', waiting: { for: 'weights', receivedBytes, totalBytes } }),
    ),
  ]);
  isLost = engine.isLost;
  post({ type: 'waiting', waiting: { for: 'first run' } });
  const ready = await createPictureNetwork(card, state);
  post({ type: 'ready', card, engine: engine.info });
  return ready;
}

async function answer(number: number, surgery: Surgery, bitmap?: ImageBitmap): Promise<void> {
  await withNetwork(number, async (loaded) => {
    const start = performance.now();
    if (bitmap) loaded.show(bitmapPicture(bitmap));
    const found = await loaded.classify(surgery);
    const ms = performance.now() - start;
    post({ type: 'answer', number, answer: { ...found, ms }, tensors: memory().numTensors });
  });
  bitmap?.close();
}

function locate(number: number, classIndex: number, surgery: Surgery): Promise<void> {
  return withNetwork(number, async (loaded) => {
    post({ type: 'located', number, heat: await loaded.locate(classIndex, surgery) });
  });
}

/** Does `work` once the network is loaded and what came before is done; `load` has told if it never will be. */
function withNetwork(
  number: number,
  work: (loaded: PictureNetwork) => Promise<void>,
): Promise<void> {
  queue = queue.then(async () => {
    const loaded = await network?.catch(() => undefined);
    if (!loaded) return;
    if (isLost()) return post({ type: 'broken', ...lostDevice });
    await work(loaded).catch((error: unknown) =>
      post({ type: 'failed', number, ...explain(error, 'could not answer') }),
    );
  });
  return queue;
}

const lostDevice = {
  message: 'The browser took the graphics device away, and the network with it.',
  remedy: 'Choose the picture again: the network is loaded anew.',
};

function explain(error: unknown, what: string): { message: string; remedy: string } {
  if (error instanceof DataError || error instanceof CheckpointError) {
    return { message: error.message, remedy: error.remedy };
  }
  console.error(error);
  const why = error instanceof Error ? error.message : String(error);
  return {
    message: `The network ${what}: ${why.replace(/\.$/, '')}.`,
    remedy: 'Try again, with another file if it stays so.',
  };
}
