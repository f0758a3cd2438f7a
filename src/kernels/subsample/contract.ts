import type { Tensor4D } from '@tensorflow/tfjs-core';
import type { Kernel } from '../kernel.ts';

export const Subsample = 'Subsample';
/**
 * Every second pixel of every second row, and zeros for channels that are new:
 * x [batch, height, width, C] → [batch, ⌈height/2⌉, ⌈width/2⌉, outChannels].
 */
export type Subsample = Kernel<{ x: Tensor4D }, { outChannels: number }, Tensor4D>;

export const SubsampleGrad = 'SubsampleGrad';
/**
 * dy [batch, ⌈height/2⌉, ⌈width/2⌉, outChannels] → dx [batch, height, width, channels], zero where
 * Subsample passed over.
 */
export type SubsampleGrad = Kernel<
  { dy: Tensor4D },
  { height: number; width: number; channels: number },
  Tensor4D
>;
