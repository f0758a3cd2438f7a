import { createRng } from '../lib/rng.ts';

/**
 * Numbers of the training pictures in the order they are shown, without end; each epoch shows each once.
 * The first epoch goes through the shards one after the other, shuffled within each, so that training
 * starts while most of them are still on their way. Later epochs shuffle over all pictures.
 */
export function* trainOrder(shardSizes: number[], seed: number): Generator<number, never> {
  let start = 0;
  for (const [shard, size] of shardSizes.entries()) {
    for (const number of createRng(seed, 'order', 0, shard).permutation(size)) yield start + number;
    start += size;
  }
  for (let epoch = 1; ; epoch++) yield* createRng(seed, 'order', epoch).permutation(start);
}
