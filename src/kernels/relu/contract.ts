import type { Tensor } from '@tensorflow/tfjs-core';
import type { Kernel } from '../kernel.ts';

export const ReluGrad = 'ReluGrad';
/** The gradient of Relu: dy where y > 0, else 0. All of one shape. */
export type ReluGrad = Kernel<{ dy: Tensor; y: Tensor }, unknown, Tensor>;
