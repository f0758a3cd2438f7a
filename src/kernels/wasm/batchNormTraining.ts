import type { TensorInfo } from '@tensorflow/tfjs-core';
import type { BatchNormTrainingAttrs } from '../contracts.ts';
import { sizeOf } from './heap.ts';
import type { Kernels } from './module.ts';

export interface BatchNormTrainingInputs {
  x: TensorInfo;
  scale: TensorInfo;
  offset: TensorInfo;
  addend?: TensorInfo;
}

/** The kernel BatchNormTraining of contracts.ts: two passes for the statistics, one to apply them. */
export function batchNormTraining(
  { module, heap }: Kernels,
  { x, scale, offset, addend }: BatchNormTrainingInputs,
  { epsilon, relu }: BatchNormTrainingAttrs,
): TensorInfo[] {
  const channels = sizeOf(scale);
  const y = heap.output(x.shape);
  const mean = heap.output(scale.shape);
  const variance = heap.output(scale.shape);
  const [scratch = 0] = heap.scratch(scratchBytes * channels);
  module.batchNormTraining(
    ...[heap.address(x), sizeOf(x), channels],
    ...[heap.address(scale), heap.address(offset), addend ? heap.address(addend) : 0],
    ...[epsilon, Number(relu), heap.address(y), heap.address(mean), heap.address(variance)],
    scratch,
  );
  return [y, mean, variance];
}

/** For each channel: up to 8 lanes of the period, 20 bytes each in the forward pass, 32 in the backward. */
export const scratchBytes = 8 * 32;
