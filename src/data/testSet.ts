import { unchanged, writePicture } from './augment.ts';
import { fetchShard, type Manifest } from './cifar10.ts';
import { shrink } from './resize.ts';

export interface TestSet {
  /** [n, size, size, 3], normalised as the training pictures are. */
  pictures: Float32Array;
  /** [n], 0 to 9. */
  labels: Int32Array;
  pictureSize: number;
}

interface Options {
  manifest: Manifest;
  baseUrl: string;
  pictureSize: number;
  /** How many held-out pictures; at most the whole test set. */
  pictures: number;
  signal: AbortSignal;
}

/** Fetches the first held-out pictures. Throws a DataError when they cannot be had. */
export async function fetchTestSet(options: Options): Promise<TestSet> {
  const { manifest, baseUrl, pictureSize: size, signal } = options;
  const available = manifest.test.reduce((sum, { pictures }) => sum + pictures, 0);
  const count = Math.min(options.pictures, available);
  const values = size * size * 3;
  const set = { pictures: new Float32Array(count * values), labels: new Int32Array(count) };

  let filled = 0;
  for (const entry of manifest.test) {
    if (filled === count) break;
    const { labels, pixels } = await fetchShard(baseUrl, entry, { signal });
    const small = shrink(pixels, size);
    for (let index = 0; index < entry.pictures && filled < count; index++, filled++) {
      writePicture(set.pictures, filled * values, small, index, size, unchanged, manifest);
      set.labels[filled] = labels[index] as number;
    }
  }
  return { ...set, pictureSize: size };
}
