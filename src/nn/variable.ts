import * as tf from '@tensorflow/tfjs-core';

/** A trainable variable that starts as what `initial` returns: a parameter. */
export function parameter<R extends tf.Rank>(initial: () => tf.Tensor<R>): tf.Variable<R> {
  return tf.tidy(() => tf.variable(initial())); // the tidy frees the first tensor, not the variable
}

/** A variable that training leaves alone but checkpoints hold, such as a running mean. */
export function buffer<R extends tf.Rank>(initial: () => tf.Tensor<R>): tf.Variable<R> {
  return tf.tidy(() => tf.variable(initial(), false));
}
