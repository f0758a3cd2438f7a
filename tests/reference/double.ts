import * as tf from '@tensorflow/tfjs-core';

/** Twice x, by a product that on WebGL leaves the values laid out as our programs have them. x […, 4n] */
export function double<R extends tf.Rank>(x: tf.Tensor<R>): tf.Tensor<R> {
  const features = x.shape.at(-1)!;
  const rows = tf.reshape(x, [-1, features]) as tf.Tensor2D;
  const twice: tf.Tensor2D = tf.mul(tf.eye(features), 2);
  return tf.reshape(tf.matMul(rows, twice), x.shape);
}
