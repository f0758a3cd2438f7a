import type { TensorInfo } from '@tensorflow/tfjs-core';
import type { BatchNormTrainingAttrs } from '../contracts.ts';
import { scratchBytes } from './batchNormTraining.ts';
import { sizeOf } from './heap.ts';
import type { Kernels } from './module.ts';

export interface BatchNormTrainingGradInputs {
  dy: TensorInfo;
  x: TensorInfo;
  scale: TensorInfo;
  mean: TensorInfo;
  variance: TensorInfo;
  y?: TensorInfo;
}

/** The kernel BatchNormTrainingGrad of contracts.ts: one pass for the sums, one to apply them. */
export function batchNormTrainingGrad(
  { module, heap }: Kernels,
  { dy, x, scale, mean, variance, y }: BatchNormTrainingGradInputs,
  { epsilon, addend }: BatchNormTrainingAttrs,
): TensorInfo[] {
  const channels = sizeOf(scale);
  const dx = heap.output(x.shape);
  const dScale = heap.output(scale.shape);
  const dOffset = heap.output(scale.shape);
  // The addend's gradient is dy behind the ReLU; without an addend, dx holds that until it is read.
  const dAddend = addend && (y ? heap.output(x.shape) : heap.share(dy));
  const [scratch = 0] = heap.scratch(scratchBytes * channels);
  module.batchNormTrainingGrad(
    ...[heap.address(dy), heap.address(x), sizeOf(x), channels],
    ...[heap.address(scale), heap.address(mean), heap.address(variance), epsilon],
    ...[y ? heap.address(y) : 0, heap.address(dAddend || dx), heap.address(dx)],
    ...[heap.address(dScale), heap.address(dOffset), scratch],
  );
  return dAddend ? [dx, dScale, dOffset, dAddend] : [dx, dScale, dOffset];
}
