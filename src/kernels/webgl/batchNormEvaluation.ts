import type { TensorInfo } from '@tensorflow/tfjs-core';
import type { BatchNormEvaluationAttrs } from '../contracts.ts';
import { normalise } from './batchNormTraining.ts';
import type { Gpu } from './gpu.ts';
import { withTexels, type Texels } from './texels.ts';

export interface BatchNormEvaluationInputs {
  x: TensorInfo;
  mean: TensorInfo;
  variance: TensorInfo;
  scale: TensorInfo;
  offset: TensorInfo;
  addend?: TensorInfo;
}

/** The kernel BatchNormEvaluation of contracts.ts. */
export function batchNormEvaluation(
  gpu: Gpu,
  { x, mean, variance, scale, offset, addend }: BatchNormEvaluationInputs,
  attrs: BatchNormEvaluationAttrs,
): TensorInfo {
  const inputs = [x, mean, variance, scale, offset, ...(addend ? [addend] : [])];
  return withTexels(gpu, inputs, (x, mean, variance, scale, offset, addend?: Texels) =>
    normalise(gpu, { x, mean, variance, scale, offset, ...(addend && { addend }) }, attrs),
  );
}
