import * as tf from '@tensorflow/tfjs-core';

/**
 * Puts stride − 1 zeros after every row and column:
 * [batch, height, width, channels] → [batch, stride · height, stride · width, channels].
 */
export function insertZeros(x: tf.Tensor4D, stride: number): tf.Tensor4D {
  const [batch, height, width, channels] = x.shape;
  const gap: [number, number] = [0, stride - 1];
  // A row of zeros is an entry of axis 1; a column of zeros is stride − 1 times the channels, at their end.
  const apart = tf.pad(tf.reshape(x, [batch * height, 1, width, channels]), [
    [0, 0],
    gap,
    [0, 0],
    [0, channels * (stride - 1)],
  ]);
  return tf.reshape(apart, [batch, stride * height, stride * width, channels]);
}
