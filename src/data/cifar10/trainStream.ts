import { createRng } from '../../lib/rng.ts';
import { drawPlacement, drawsPerPlacement, normalisedValues, placePicture } from './augment.ts';
import type { Shard } from './cifar10.ts';
import type { Manifest } from './manifest.ts';
import { createShardStore } from './shardStore.ts';
import { trainOrder } from './trainOrder.ts';

export interface TrainStreamOptions {
  manifest: Manifest;
  /** Absolute address of the folder that holds the shards. */
  baseUrl: string;
  /** Side of the pictures in the batches, in pixels: 1 to 32. */
  pictureSize: number;
  batchSize: number;
  seed: number;
  /** Largest shift in pixels of the batches' pictures, in each direction; 0 switches it off. */
  shift: number;
  flip: boolean;
  /** Shards fetched ahead of the one in use. */
  prefetch?: number;
  /** Aborting ends all fetches and makes batchAt reject with the signal's reason. */
  signal?: AbortSignal;
  /** Called while batchAt waits for the network, with bytes of the shards it waits for. */
  onWaiting?: (bytes: { receivedBytes: number; totalBytes: number }) => void;
}

export interface Batch {
  /** [batch, size, size, 3], normalised by the channels' mean and standard deviation. */
  pictures: Float32Array;
  /** A class, 0 to 9, a picture. */
  labels: Int32Array;
}

export interface TrainStream {
  /**
   * The batch of a step (1, 2, …), in fresh arrays; ask for one at a time. It depends on the options and
   * the step alone, so a step that is trained again sees the same pictures, moved alike. Rejects with a
   * DataError when a shard is unavailable; asking again tries to fetch it again.
   */
  batchAt(step: number): Promise<Batch>;
}

/**
 * Endless augmented batches of CIFAR-10's training pictures. They depend on the options alone, never on
 * the network's timing. The first shard is fetched at once, and is all that the
 * first batch needs.
 */
export function createTrainStream(options: TrainStreamOptions): TrainStream {
  const { manifest, batchSize, pictureSize, seed, prefetch = 2, signal } = options;
  const entries = manifest.train;
  const order = trainOrder(
    entries.map(({ pictures }) => pictures),
    seed,
  );
  const values = normalisedValues(manifest.meanRgb, manifest.stdRgb);
  const locate = createLocator(entries.map(({ pictures }) => pictures));
  const pictureLength = pictureSize * pictureSize * 3;

  /** Reports on the shards it is waiting for, while there are any. */
  let report: (() => void) | undefined;
  const store = createShardStore(entries, {
    baseUrl: options.baseUrl,
    storedSize: manifest.pictureSize,
    pictureSize,
    signal,
    onBytes: () => report?.(),
  });
  store.prefetch(0);

  async function waitFor(needed: number[]): Promise<void> {
    const absent = needed.filter((index) => !store.peek(index));
    if (absent.length === 0) return;
    const totalBytes = sum(absent.map((index) => entries[index]?.bytes ?? 0));
    report = () => {
      options.onWaiting?.({ receivedBytes: sum(absent.map(store.receivedBytes)), totalBytes });
    };
    try {
      report();
      await Promise.all(absent.map(store.get));
    } finally {
      report = undefined;
    }
  }

  return {
    async batchAt(step) {
      signal?.throwIfAborted();
      const first = (step - 1) * batchSize;
      const places = Array.from({ length: batchSize }, (_, row) => locate(order(first + row)));
      const needed = [...new Set(places.map(({ shard }) => shard))];
      const last = Math.max(...needed);
      await waitFor(needed);
      // Not before, or they would hold up what is needed on a slow line.
      for (let index = last + 1; index <= last + prefetch; index++) store.prefetch(index);

      const pictures = new Float32Array(batchSize * pictureLength);
      const labels = new Int32Array(batchSize);
      const placements = createRng(seed, 'augment');
      placements.skip(first * drawsPerPlacement(options));
      for (const [row, { shard, index }] of places.entries()) {
        const { labels: shardLabels, pixels } = store.peek(shard) as Shard;
        labels[row] = shardLabels[index] as number;
        placePicture(
          pictures.subarray(row * pictureLength, (row + 1) * pictureLength),
          pixels.subarray(index * pictureLength, (index + 1) * pictureLength),
          pictureSize,
          values,
          drawPlacement(placements, options),
        );
      }
      return { pictures, labels };
    },
  };
}

/** From a picture's number in the whole set to its shard and its index there. */
function createLocator(shardSizes: number[]): (number: number) => { shard: number; index: number } {
  const shardOf = new Uint16Array(sum(shardSizes));
  const starts: number[] = [];
  let start = 0;
  for (const [shard, size] of shardSizes.entries()) {
    starts.push(start);
    shardOf.fill(shard, start, start + size);
    start += size;
  }
  return (number) => {
    const shard = shardOf[number] as number;
    return { shard, index: number - (starts[shard] as number) };
  };
}

const sum = (numbers: number[]) => numbers.reduce((total, number) => total + number, 0);
