import * as tf from '@tensorflow/tfjs-core';
import {
  Subsample,
  SubsampleGrad,
  type SubsampleAttrs,
  type SubsampleGradAttrs,
} from './contracts.ts';
import { expectShape } from './shapes.ts';

/**
 * Every second pixel of every second row, and zeros for the channels that are new:
 * [batch, height, width, channels] → [batch, ⌈height/2⌉, ⌈width/2⌉, outChannels].
 * @throws when x has another rank, or more channels than are wanted
 */
export function subsample(x: tf.Tensor4D, outChannels: number): tf.Tensor4D {
  expectShape('subsample', 'x', x, ['batch', 'height', 'width', 'channels']);
  if (x.shape[3] > outChannels) {
    throw new Error(`subsample: expected x of at most ${outChannels} channels, got ${x.shape[3]}.`);
  }
  const attrs: SubsampleAttrs = { outChannels };
  return tf.engine().runKernel<tf.Tensor4D>(Subsample, { x }, attrs);
}

export const subsampleGradient: tf.GradConfig = {
  kernelName: Subsample,
  inputsToSave: ['x'],
  gradFunc: (dy, [x]) => {
    const [, height, width, channels] = (x as tf.Tensor4D).shape;
    const attrs: SubsampleGradAttrs = { height, width, channels };
    return {
      x: () => tf.engine().runKernel<tf.Tensor>(SubsampleGrad, { dy: dy as tf.Tensor }, attrs),
    };
  },
};
