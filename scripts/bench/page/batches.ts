import { createRng } from '../../../src/lib/rng.ts';
import type { Workload } from './protocol.ts';

/** A few are enough: what is in them changes no time, and every candidate goes through them in turn. */
const count = 2;

/** Batches of noise, the same for every candidate: pictures [batch, size, size, 3], labels [batch]. */
export function createBatches({
  pictureSize,
  batchSize,
}: Pick<Workload, 'pictureSize' | 'batchSize'>) {
  return Array.from({ length: count }, (_, index) => {
    const rng = createRng(1, 'batch', index);
    return {
      pictures: Float32Array.from({ length: batchSize * pictureSize ** 2 * 3 }, rng.normal),
      labels: Int32Array.from({ length: batchSize }, () => rng.int(10)),
    };
  });
}
