import type { Tensor } from '@tensorflow/tfjs-core';
import type { Kernel } from '../kernel.ts';

export const SgdMomentumUpdate = 'SgdMomentumUpdate';
/**
 * v' = momentum · v + (g + weightDecay · w);  w' = w − learningRate · v', for k tensors at once.
 * Takes k weights (in place), k velocities (in place), k gradients; gives k weights, k velocities.
 */
export type SgdMomentumUpdate = Kernel<
  Tensor[],
  { learningRate: number; momentum: number; weightDecay: number },
  Tensor[]
>;
