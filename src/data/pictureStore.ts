import { fetchShard, type Manifest } from './cifar10.ts';
import { shrink } from './resize.ts';

/** A shard at the size that is trained on. */
export interface LoadedShard {
  /** [pictures], 0 to 9. */
  labels: Uint8Array;
  /** [pictures, size, size, 3]. */
  pictures: Uint8Array;
}

/** The shards of the training set as they are needed: fetched ahead, shrunk, kept as bytes. */
export interface PictureStore {
  /** Resolves when shard `index` is in; rejects with a DataError when it cannot be had. */
  shard(index: number): Promise<LoadedShard>;
}

interface Options {
  manifest: Manifest;
  baseUrl: string;
  pictureSize: number;
  signal: AbortSignal;
  /** How many shards are fetched beyond the one asked for. */
  ahead?: number;
  /** Hears how much of a shard that somebody waits for has arrived. */
  onWaiting?: (bytes: { receivedBytes: number; totalBytes: number }) => void;
}

/** A store that fetches in order and never twice. */
export function createPictureStore(options: Options): PictureStore {
  const { manifest, baseUrl, pictureSize, signal, ahead = 2, onWaiting } = options;
  const shards: Promise<LoadedShard>[] = [];
  let wanted = -1;

  const load = (index: number) => {
    const entry = manifest.train[index];
    if (!entry || shards[index]) return;
    const onBytes = (receivedBytes: number) => {
      if (wanted === index) onWaiting?.({ receivedBytes, totalBytes: entry.bytes });
    };
    const loading = fetchShard(baseUrl, entry, { signal, onBytes }).then(({ labels, pixels }) => ({
      labels: labels.slice(),
      pictures: shrink(pixels, pictureSize),
    }));
    // Somebody hears of a failure when they ask for this shard, not before.
    loading.catch(() => undefined);
    shards[index] = loading;
  };

  return {
    async shard(index) {
      for (let next = index; next <= index + ahead; next++) load(next);
      const loading = shards[index];
      if (!loading) throw new RangeError(`There is no training shard ${index}.`);
      wanted = index;
      try {
        return await loading;
      } finally {
        wanted = -1;
      }
    },
  };
}
