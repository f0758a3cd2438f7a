import { memory } from '@tensorflow/tfjs-core';
import { DataError } from '../data/download/dataError.ts';
import { watchLine } from '../data/download/outage.ts';
import { intact, isIntact } from '../contract/surgery.ts';
import type {
  Answer,
  ClassifyCommand,
  ClassifyConfig,
  ClassifyEvent,
  Problem,
} from '../contract/classify.ts';
import { CheckpointError } from '../weights/checkpointError.ts';
import { bitmapPicture } from '../data/pictures/bitmapPicture.ts';
import { rawPicture, type RawRgba } from '../data/pictures/rawPicture.ts';
import { loadWeights } from '../inference/loadWeights.ts';
import { createPictureNetwork, type PictureNetwork } from '../inference/pictureNetwork.ts';
import { startEngine } from '../engine/startEngine.ts';
import { listen } from './listen.ts';
import { reasonOf } from '../lib/reasonOf.ts';

type Question = Exclude<ClassifyCommand, { type: 'load' }>;

const post = (event: ClassifyEvent) => postMessage(event);
let network: Promise<PictureNetwork> | undefined;
let isLost = () => false;
/** What the GPU could not do: its answers are garbage since. */
let refusal = (): string | undefined => undefined;
/** Commands are answered one after the other. */
let queue = Promise.resolve();

watchLine((isDown) => isDown && post({ type: 'waiting', waiting: { for: 'connection' } }));

/** One worker holds one network; pictures that come while it loads wait for it. */
listen((command: ClassifyCommand) => {
  if (command.type !== 'load') {
    queue = queue.then(() => answer(command));
    return;
  }
  network = load(command.config);
  network.catch((error: unknown) => post({ type: 'broken', ...explain(error, 'cannot be used') }));
});

async function load({ source, backend, isAgain }: ClassifyConfig): Promise<PictureNetwork> {
  post({ type: 'waiting', waiting: { for: 'engine' } });
  const [engine, { card, state }] = await Promise.all([
    startEngine(backend),
    loadWeights(
      source,
      (receivedBytes, totalBytes) =>
        post({ type: 'waiting', waiting: { for: 'weights', receivedBytes, totalBytes } }),
      isAgain,
    ),
  ]);
  isLost = engine.isLost;
  refusal = () => engine.refusal?.();
  post({ type: 'waiting', waiting: { for: 'first run' } });
  const ready = await createPictureNetwork(card, state, isLost);
  post({ type: 'ready', card, engine: engine.info });
  return ready;
}

/** Answers once the network is loaded; if it never will be, `load` has reported why. */
async function answer(command: Question): Promise<void> {
  const loaded = await network?.catch(() => undefined);
  if (!loaded) return;
  const { number } = command;
  const event = await ask(loaded, command).catch((error: unknown): ClassifyEvent => {
    return { type: 'failed', number, ...explain(error, 'could not answer') };
  });
  // Asked afterwards: what was read back from a device that is lost by now may be garbage.
  const why = refusal();
  if (isLost()) post({ type: 'broken', ...lostDevice });
  else post(why === undefined ? event : { type: 'broken', ...explain(why, 'could not answer') });
}

async function ask(loaded: PictureNetwork, command: Question): Promise<ClassifyEvent> {
  const { number, surgery } = command;
  switch (command.type) {
    case 'classify': {
      const whole = await timed(() => {
        showBitmap(loaded, command.picture);
        return loaded.classify(intact());
      });
      const answer = isIntact(surgery) ? whole : await timed(() => loaded.classify(surgery));
      return { type: 'answer', number, whole, answer, tensors: memory().numTensors };
    }
    case 'operate':
      return { type: 'operated', number, answer: await timed(() => loaded.classify(surgery)) };
    case 'locate':
      return { type: 'located', number, heat: await loaded.locate(command.classIndex, surgery) };
  }
}

function showBitmap(loaded: PictureNetwork, pixels: ImageBitmap | RawRgba): void {
  if ('rgba' in pixels) return loaded.show(rawPicture(pixels));
  try {
    loaded.show(bitmapPicture(pixels));
  } finally {
    pixels.close();
  }
}

async function timed(classify: () => Promise<Omit<Answer, 'ms'>>): Promise<Answer> {
  const start = performance.now();
  const answer = await classify();
  return { ...answer, ms: performance.now() - start };
}

const lostDevice: Problem = {
  message: 'The browser lost its connection to the GPU, and the network with it.',
  remedy: 'Choose the picture again to reload the network.',
};

function explain(error: unknown, what: string): Problem {
  if (error instanceof DataError || error instanceof CheckpointError) {
    return { message: error.message, remedy: error.remedy };
  }
  console.error(error);
  return {
    message: `The network ${what}: ${reasonOf(error)}.`,
    remedy: 'Try again. If it fails again, choose another file.',
  };
}
