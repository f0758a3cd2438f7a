import { normalisedValues, placePicture, unmoved } from './augment.ts';
import { fetchShard } from './cifar10.ts';
import { firstShards, type Manifest } from './manifest.ts';
import { averageDown } from '../pictures/resize.ts';

export interface TestSetOptions {
  manifest: Manifest;
  /** Absolute address of the folder that holds the shards. */
  baseUrl: string;
  /** Side of the pictures in pixels: 1 to 32. */
  pictureSize: number;
  /** How many: the first of the held-out pictures, 10,000 at most. */
  pictures: number;
  signal?: AbortSignal;
  /** Called as they come, with bytes of the shards that hold them. */
  onWaiting?: (bytes: { receivedBytes: number; totalBytes: number }) => void;
}

export interface TestSet {
  /** [n, size, size, 3], normalised as the training pictures are. */
  pictures: Float32Array;
  /** A class, 0 to 9, a picture. */
  labels: Int32Array;
  pictureSize: number;
}

/**
 * The first held-out pictures, never moved or mirrored. Fetches no more shards than it needs; throws a DataError when one is unavailable.
 */
export async function fetchTestSet(options: TestSetOptions): Promise<TestSet> {
  const { manifest, baseUrl, pictureSize, signal, onWaiting } = options;
  const values = normalisedValues(manifest.meanRgb, manifest.stdRgb);
  const length = pictureSize * pictureSize * 3;
  const available = manifest.test.reduce((total, { pictures }) => total + pictures, 0);
  const count = Math.min(options.pictures, available);
  const pictures = new Float32Array(count * length);
  const labels = new Int32Array(count);
  const shards = firstShards(manifest.test, count);
  const totalBytes = shards.reduce((total, { bytes }) => total + bytes, 0);
  let [done, before] = [0, 0];
  for (const entry of shards) {
    const shard = await fetchShard(baseUrl, entry, {
      signal,
      // A host may send more than the file has, which is refused once it is there.
      onBytes: (bytes) =>
        onWaiting?.({ receivedBytes: before + Math.min(bytes, entry.bytes), totalBytes }),
    });
    before += entry.bytes;
    const pixels = averageDown(shard.pixels, manifest.pictureSize, pictureSize);
    const taken = Math.min(entry.pictures, count - done);
    labels.set(shard.labels.subarray(0, taken), done);
    for (let i = 0; i < taken; i++, done++) {
      const target = pictures.subarray(done * length, (done + 1) * length);
      placePicture(target, pixels.subarray(i * length), pictureSize, values, unmoved);
    }
  }
  return { pictures, labels, pictureSize };
}
