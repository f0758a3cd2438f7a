import type { Tensor } from '@tensorflow/tfjs-core';
import type { Kernel } from '../kernel.ts';

export const AdamUpdate = 'AdamUpdate';
/**
 * m' = β₁ m + (1 − β₁) g;  v' = β₂ v + (1 − β₂) g²;  w' = w − rate · m' / (√v' / deviation + ε), for k tensors at
 * once, where rate and deviation hold the corrections of this step.
 * Takes k weights, k means m (in place), k squares v (in place), k gradients; gives k weights, k means, k squares.
 */
export type AdamUpdate = Kernel<
  Tensor[],
  { rate: number; deviation: number; beta1: number; beta2: number; epsilon: number },
  Tensor[]
>;
