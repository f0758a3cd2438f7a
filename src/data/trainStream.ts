import { createRng } from '../lib/rng.ts';
import { writePicture } from './augment.ts';
import type { Manifest } from './cifar10.ts';
import { createPictureStore, type LoadedShard } from './pictureStore.ts';

export interface TrainStreamOptions {
  manifest: Manifest;
  baseUrl: string;
  pictureSize: number;
  batchSize: number;
  seed: number;
  /** Largest move in pixels along each axis; 0 for none. */
  shift: number;
  /** Mirror every other picture, at random. */
  flip: boolean;
  signal: AbortSignal;
  onWaiting?: (bytes: { receivedBytes: number; totalBytes: number }) => void;
}

export interface Batch {
  /** [batch, size, size, 3], normalised. */
  pictures: Float32Array;
  /** [batch], 0 to 9. */
  labels: Int32Array;
}

/**
 * An endless stream of augmented training batches. Which pictures come, and how they are changed, depends on
 * the seed alone, never on the network: the first pass goes through the shards in order, shuffled within each,
 * so that training starts with the first shard; later passes shuffle over all pictures.
 */
export function createTrainStream(options: TrainStreamOptions): { nextBatch(): Promise<Batch> } {
  const { manifest, pictureSize: size, batchSize, seed, shift, flip } = options;
  const store = createPictureStore(options);
  const order = pictureOrder(manifest, seed);
  const chance = createRng(seed, 'augment');
  const move = () => (shift > 0 ? chance.int(2 * shift + 1) - shift : 0);
  const atHand: LoadedShard[] = [];

  return {
    async nextBatch() {
      const pictures = new Float32Array(batchSize * size * size * 3);
      const labels = new Int32Array(batchSize);
      for (let slot = 0; slot < batchSize; slot++) {
        const { shard, index } = order.next().value;
        const source = (atHand[shard] ??= await store.shard(shard));
        const change = { flip: flip && chance.next() < 0.5, shiftX: move(), shiftY: move() };
        const offset = slot * size * size * 3;
        writePicture(pictures, offset, source.pictures, index, size, change, manifest);
        labels[slot] = source.labels[index] as number;
      }
      return { pictures, labels };
    },
  };
}

interface Place {
  shard: number;
  index: number;
}

/** Every picture of the training set once a pass, forever. */
export function* pictureOrder(manifest: Manifest, seed: number): Generator<Place, never> {
  for (const [shard, { pictures }] of manifest.train.entries()) {
    for (const index of createRng(seed, 'shard', shard).permutation(pictures))
      yield { shard, index };
  }
  const places = manifest.train.flatMap(({ pictures }, shard) =>
    Array.from({ length: pictures }, (_, index) => ({ shard, index })),
  );
  for (let pass = 2; ; pass++) {
    for (const place of createRng(seed, 'pass', pass).permutation(places.length)) {
      yield places[place] as Place;
    }
  }
}
