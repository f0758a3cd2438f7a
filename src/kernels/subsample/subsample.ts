import type * as tf from '@tensorflow/tfjs-core';
import { runKernel } from '../runKernel.ts';
import { expectShape } from '../shapes.ts';
import { Subsample, SubsampleGrad } from './contract.ts';

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
  return runKernel<Subsample>(Subsample, { x }, { outChannels });
}

export const subsampleGradient: tf.GradConfig = {
  kernelName: Subsample,
  inputsToSave: ['x'],
  gradFunc: (dys, [x]) => {
    const dy = dys as tf.Tensor4D;
    const [, height, width, channels] = (x as tf.Tensor4D).shape;
    return {
      x: () => runKernel<SubsampleGrad>(SubsampleGrad, { dy }, { height, width, channels }),
    };
  },
};
