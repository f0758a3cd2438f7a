import * as tf from '@tensorflow/tfjs-core';
import type { Kernel } from '../kernel.ts';

/** The attributes that TensorFlow.js's Conv2D and its two gradients have in common. */
export interface ConvAttrs {
  strides: [number, number] | number;
  pad: 'valid' | 'same' | number | tf.backend_util.ExplicitPadding;
  dataFormat: 'NHWC' | 'NCHW';
  dimRoundingMode?: 'floor' | 'round' | 'ceil';
  dilations?: [number, number] | number;
}

export const Conv2D = tf.Conv2D;
/** x [batch, height, width, inputs], filter [rows, columns, inputs, outputs] → y [batch, …, outputs]. */
export type Conv2D = Kernel<{ x: tf.Tensor4D; filter: tf.Tensor4D }, ConvAttrs, tf.Tensor4D>;
