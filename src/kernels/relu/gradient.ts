import * as tf from '@tensorflow/tfjs-core';
import { runKernel } from '../runKernel.ts';
import { ReluGrad } from './contract.ts';

export const reluGradient: tf.GradConfig = {
  kernelName: tf.Relu,
  outputsToSave: [true],
  gradFunc: (dy, [y]) => ({
    x: () => runKernel<ReluGrad>(ReluGrad, { dy: dy as tf.Tensor, y: y as tf.Tensor }, {}),
  }),
};
