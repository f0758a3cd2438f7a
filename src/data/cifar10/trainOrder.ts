import { createRng } from '../../lib/rng.ts';

/**
 * Numbers of the training pictures by their position (0, 1, …) in an endless order; each epoch shows each
 * once. The first epoch goes through the shards one after the other, shuffled within each, so that training
 * starts while most of them are still on their way. Later epochs shuffle over all pictures.
 */
export function trainOrder(shardSizes: number[], seed: number): (position: number) => number {
  const pictures = shardSizes.reduce((total, size) => total + size, 0);
  let epoch = 0;
  let order = firstEpoch(shardSizes, seed);
  return (position) => {
    const wanted = Math.floor(position / pictures);
    if (wanted !== epoch) {
      epoch = wanted;
      order =
        epoch === 0
          ? firstEpoch(shardSizes, seed)
          : createRng(seed, 'order', epoch).permutation(pictures);
    }
    return order[position % pictures] as number;
  };
}

function firstEpoch(shardSizes: number[], seed: number): ArrayLike<number> {
  let start = 0;
  return shardSizes.flatMap((size, shard) => {
    const shuffled = createRng(seed, 'order', 0, shard).permutation(size);
    const numbers = Array.from(shuffled, (number) => start + number);
    start += size;
    return numbers;
  });
}
