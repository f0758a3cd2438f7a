import type { Tensor, Tensor1D } from '@tensorflow/tfjs-core';
import type { Kernel } from '../kernel.ts';

export const LayerNorm = 'LayerNorm';
/**
 * y = γ · (x − mean) / √(variance + ε) + β, with the mean and the biased variance of each row, which is the
 * last axis.
 * x, y […, features]; scale γ, offset β [features]
 */
export type LayerNorm = Kernel<
  { x: Tensor; scale: Tensor1D; offset: Tensor1D },
  { epsilon: number },
  Tensor
>;

export const LayerNormGrad = 'LayerNormGrad';
/** The gradient of LayerNorm. dy, x, dx […, features]; the others [features] */
export type LayerNormGrad = Kernel<
  { dy: Tensor; x: Tensor; scale: Tensor1D },
  LayerNorm['attrs'],
  [dx: Tensor, dScale: Tensor1D, dOffset: Tensor1D]
>;
