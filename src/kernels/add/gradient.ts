import * as tf from '@tensorflow/tfjs-core';

export const addGradient: tf.GradConfig = {
  kernelName: tf.Add,
  inputsToSave: ['a', 'b'],
  gradFunc: (dy, [a, b]) => ({
    a: () => sumTo(dy as tf.Tensor, (a as tf.Tensor).shape),
    b: () => sumTo(dy as tf.Tensor, (b as tf.Tensor).shape),
  }),
};

/** Undoes a broadcast: sums `dy` over the axes that `shape` was stretched along. */
function sumTo(dy: tf.Tensor, shape: number[]): tf.Tensor {
  const axes = tf.backend_util.getReductionAxes(shape, dy.shape);
  return tf.reshape(axes.length > 0 ? tf.sum(dy, axes) : dy, shape);
}
