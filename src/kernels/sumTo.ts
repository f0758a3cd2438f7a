import * as tf from '@tensorflow/tfjs-core';

/** Undoes a broadcast: sums `dy` over the axes that `shape` was stretched along. */
export function sumTo(dy: tf.Tensor, shape: number[]): tf.Tensor {
  const axes = tf.backend_util.getReductionAxes(shape, dy.shape);
  return tf.reshape(axes.length > 0 ? tf.sum(dy, axes) : dy, shape);
}
