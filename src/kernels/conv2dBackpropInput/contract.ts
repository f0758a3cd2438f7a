import * as tf from '@tensorflow/tfjs-core';
import type { ConvAttrs } from '../conv2d/contract.ts';
import type { Kernel } from '../kernel.ts';

export const Conv2DBackpropInput = tf.Conv2DBackpropInput;
/** dy as Conv2D's output, filter [rows, columns, inputs, outputs] → dx of `inputShape`. */
export type Conv2DBackpropInput = Kernel<
  { dy: tf.Tensor4D; filter: tf.Tensor4D },
  ConvAttrs & { inputShape: [number, number, number, number] },
  tf.Tensor4D
>;
