import * as tf from '@tensorflow/tfjs-core';

/** The largest value of each 3×3 window, at stride 2: [batch, height, width, channels] → [batch, ⌈height/2⌉, ⌈width/2⌉, channels]. */
export function maxPool(x: tf.Tensor4D): tf.Tensor4D {
  return tf.maxPool(x, 3, 2, 1);
}
