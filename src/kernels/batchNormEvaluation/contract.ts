import type { Tensor1D, Tensor4D } from '@tensorflow/tfjs-core';
import type { Kernel } from '../kernel.ts';

export const BatchNormEvaluation = 'BatchNormEvaluation';
/**
 * y = max(0, γ · (x − mean) / √(variance + ε) + β + addend), the maximum only with `relu`: batch norm
 * with statistics that are given.
 * x, addend, y [batch, height, width, C]; mean, variance, scale γ, offset β [C]
 */
export type BatchNormEvaluation = Kernel<
  {
    x: Tensor4D;
    mean: Tensor1D;
    variance: Tensor1D;
    scale: Tensor1D;
    offset: Tensor1D;
    addend?: Tensor4D;
  },
  { epsilon: number; relu: boolean },
  Tensor4D
>;
