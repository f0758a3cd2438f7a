import type * as tf from '@tensorflow/tfjs-core';
import { Conv2DBackpropFilter } from '../conv2dBackpropFilter/contract.ts';
import { Conv2DBackpropInput } from '../conv2dBackpropInput/contract.ts';
import { runKernel } from '../runKernel.ts';
import { Conv2D, type ConvAttrs } from './contract.ts';

export const conv2dGradient: tf.GradConfig = {
  kernelName: Conv2D,
  inputsToSave: ['x', 'filter'],
  gradFunc: (dys, saved, given) => {
    const dy = dys as tf.Tensor4D;
    const [x, filter] = saved as [tf.Tensor4D, tf.Tensor4D];
    const { dilations = 1, ...attrs } = given as unknown as ConvAttrs;
    if ([dilations].flat().some((dilation) => dilation !== 1))
      throw new Error(`conv2d: expected dilation 1 for a gradient, got ${dilations}.`);
    return {
      x: () =>
        runKernel<Conv2DBackpropInput>(
          Conv2DBackpropInput,
          { dy, filter },
          { ...attrs, inputShape: x.shape },
        ),
      filter: () =>
        runKernel<Conv2DBackpropFilter>(
          Conv2DBackpropFilter,
          { x, dy },
          { ...attrs, filterShape: filter.shape },
        ),
    };
  },
};
