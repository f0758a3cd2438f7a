/** How per-channel arithmetic goes through feature maps: assembly/periods.ts says what the words mean. */
export interface Periods {
  /** Floats in a period. */
  period: number;
  /** Periods in a block. */
  block: number;
  /** Blocks in the maps; at least one, though it may be empty. */
  blocks: number;
}

/** About 16 kB, which stay in the first-level cache. */
const blockFloats = 4096;

/** @param size floats in all, a multiple of `channels` */
export function periodsOf(size: number, channels: number): Periods {
  let period = channels;
  while (period % 8 !== 0) period *= 2;
  const block = Math.max(Math.floor(blockFloats / period), 1);
  const blocks = Math.max(Math.ceil(Math.floor(size / period) / block), 1);
  return { period, block, blocks };
}
