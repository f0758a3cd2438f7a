import type { BandShape } from '../bands.ts';
import type { Threads } from '../module.ts';

/** On how many threads a convolution, or one of its gradients, is worth computing. */
export function usefulThreads(
  { count, least }: Threads,
  shape: BandShape,
  outputs: number,
): number {
  const { batch, outputRows, outputColumns, tapRows, tapColumns, inputs } = shape;
  const products = batch * outputRows * outputColumns * tapRows * tapColumns * inputs * outputs;
  return products < least ? 1 : count;
}
