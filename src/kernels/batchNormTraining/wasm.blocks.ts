import type { Threads } from '../wasm/module.ts';
import type { Periods } from '../wasm/periods.ts';
import { cut } from '../wasm/threads/inParts.ts';

/** Some blocks of feature maps, for one thread. */
interface Blocks {
  first: number;
  end: number;
  /** Bytes from the maps' beginning to theirs. */
  at: number;
  /** Floats, those behind the last whole period among them. */
  count: number;
}

/** Multiplications that take as long as fetching a float and putting it back. */
const workOfFloat = 8;

/** Feature maps of `size` floats in parts for several threads. */
export function cutBlocks(
  threads: Threads,
  size: number,
  { period, block, blocks }: Periods,
): Blocks[] {
  const parts = size * workOfFloat < threads.least ? 1 : 4 * threads.count;
  return cut(blocks, parts).map(({ first, count }) => {
    const end = first + count;
    const start = first * block * period;
    return {
      first,
      end,
      at: start * 4,
      count: (end < blocks ? end * block * period : size) - start,
    };
  });
}
