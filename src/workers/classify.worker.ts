import { DataError } from '../data/dataError.ts';
import { fetchModel } from '../data/modelFiles.ts';
import type { ClassifyCommand, ClassifyConfig, ClassifyEvent } from '../runtime/protocol.ts';
import { CheckpointError } from '../weights/checkpointError.ts';
import { readSafetensors } from '../weights/safetensors.ts';
import { bitmapPicture } from './bitmapPicture.ts';
import { createPictureNetwork, type PictureNetwork } from './pictureNetwork.ts';
import { startEngine } from './startEngine.ts';

const post = (event: ClassifyEvent, transfer: Transferable[] = []) =>
  postMessage(event, { transfer });
let network: Promise<PictureNetwork> | undefined;

/** One worker holds one network; pictures that come while it loads wait for it. */
addEventListener('message', ({ data: command }: MessageEvent<ClassifyCommand>) => {
  switch (command.type) {
    case 'load':
      network = load(command.config);
      return void network.catch((error: unknown) => post({ type: 'broken', ...explain(error) }));
    case 'classify':
      return void classify(command.number, command.picture);
  }
});

async function load({ modelUrl, backend }: ClassifyConfig): Promise<PictureNetwork> {
  post({ type: 'waiting', waiting: { for: 'engine' } });
  const [engine, { card, weights }] = await Promise.all([
    startEngine(backend),
    fetchModel(modelUrl, (receivedBytes, totalBytes) =>
      post({ type: 'waiting', waiting: { for: 'weights', receivedBytes, totalBytes } }),
    ),
  ]);
  post({ type: 'waiting', waiting: { for: 'first run' } });
  const ready = await createPictureNetwork(card, readSafetensors(weights));
  post({ type: 'ready', card, ...engine });
  return ready;
}

async function classify(number: number, bitmap: ImageBitmap): Promise<void> {
  const loaded = await network?.catch(() => undefined); // `load` has told already
  if (!loaded) return;
  const start = performance.now();
  try {
    const answer = await loaded.classify(bitmapPicture(bitmap));
    const ms = performance.now() - start;
    post({ type: 'answer', number, answer: { ...answer, ms } }, [answer.seen.buffer]);
  } catch (error) {
    post({ type: 'failed', number, ...explain(error) });
  } finally {
    bitmap.close();
  }
}

function explain(error: unknown): { message: string; remedy: string } {
  if (error instanceof DataError || error instanceof CheckpointError) {
    return { message: error.message, remedy: error.remedy };
  }
  console.error(error);
  const why = error instanceof Error ? error.message : String(error);
  return {
    message: `The network could not answer: ${why}.`,
    remedy: 'Choose the picture again, or another one.',
  };
}
