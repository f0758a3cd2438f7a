import * as tf from '@tensorflow/tfjs-core';

/**
 * Puts rows − 1 rows of zeros after every row and columns − 1 columns of them after every column:
 * [batch, height, width, channels] → [batch, rows · height, columns · width, channels].
 */
export function insertZeros(x: tf.Tensor4D, rows: number, columns: number): tf.Tensor4D {
  const [batch, height, width, channels] = x.shape;
  // A row of zeros is an entry of axis 1; columns of zeros are more channels, behind a pixel's own.
  const apart = tf.pad(tf.reshape(x, [batch * height, 1, width, channels]), [
    [0, 0],
    [0, rows - 1],
    [0, 0],
    [0, channels * (columns - 1)],
  ]);
  return tf.reshape(apart, [batch, rows * height, columns * width, channels]);
}
