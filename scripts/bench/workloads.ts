import type { Workload } from './page/protocol.ts';

/** Two sizes: what a reader without a GPU trains, and the paper's pictures and width. */
const sizes = {
  small: { pictureSize: 16, width: 8, batchSize: 64 },
  paper: { pictureSize: 32, width: 16, batchSize: 32 },
};

export type Size = keyof typeof sizes;

export function workload(depth: number, size: Size): Workload {
  return { depth, ...sizes[size] };
}
