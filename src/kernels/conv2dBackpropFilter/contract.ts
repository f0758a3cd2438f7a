import * as tf from '@tensorflow/tfjs-core';
import type { ConvAttrs } from '../conv2d/contract.ts';
import type { Kernel } from '../kernel.ts';

export const Conv2DBackpropFilter = tf.Conv2DBackpropFilter;
/** x [batch, height, width, inputs], dy as Conv2D's output → dFilter of `filterShape`. */
export type Conv2DBackpropFilter = Kernel<
  { x: tf.Tensor4D; dy: tf.Tensor4D },
  ConvAttrs & { filterShape: [number, number, number, number] },
  tf.Tensor4D
>;
