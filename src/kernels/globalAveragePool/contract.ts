import type { Tensor2D, Tensor4D } from '@tensorflow/tfjs-core';
import type { Kernel } from '../kernel.ts';

export const GlobalAveragePool = 'GlobalAveragePool';
/** The mean of every feature map: x [batch, height, width, C] → [batch, C]. */
export type GlobalAveragePool = Kernel<{ x: Tensor4D }, object, Tensor2D>;

export const GlobalAveragePoolGrad = 'GlobalAveragePoolGrad';
/** dy [batch, C] → dx [batch, height, width, C] = dy / (height · width). */
export type GlobalAveragePoolGrad = Kernel<
  { dy: Tensor2D },
  { height: number; width: number },
  Tensor4D
>;
