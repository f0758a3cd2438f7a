import * as tf from '@tensorflow/tfjs-core';
import { sumTo } from '../sumTo.ts';

export const addGradient: tf.GradConfig = {
  kernelName: tf.Add,
  inputsToSave: ['a', 'b'],
  gradFunc: (dy, [a, b]) => ({
    a: () => sumTo(dy as tf.Tensor, (a as tf.Tensor).shape),
    b: () => sumTo(dy as tf.Tensor, (b as tf.Tensor).shape),
  }),
};
