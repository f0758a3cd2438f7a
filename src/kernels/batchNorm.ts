import * as tf from '@tensorflow/tfjs-core';
import { columnsOf, perChannel, toRows } from './columns.ts';

export interface Normalisation {
  mean: tf.Tensor1D;
  variance: tf.Tensor1D;
  scale: tf.Tensor1D;
  offset: tf.Tensor1D;
  epsilon: number;
  relu?: boolean;
  addend?: tf.Tensor4D;
}

/**
 * y = max(0, γ · (x − mean) / √(variance + ε) + β + addend), the maximum only with `relu`, with
 * statistics that are given: batch norm as it is in evaluation. Has no gradient of its own.
 * @param x feature maps [batch, height, width, channels]; statistics, scale and offset [channels]
 */
export function normalise(x: tf.Tensor4D, given: Normalisation): tf.Tensor4D {
  return tf.tidy(() => {
    const { mean, variance, scale, offset, epsilon, relu, addend } = given;
    const columns = columnsOf(x);
    const factor: tf.Tensor1D = tf.mul(scale, tf.rsqrt(tf.add(variance, epsilon)));
    const centred = tf.sub(toRows(x, columns), perChannel(mean, columns));
    let y = tf.add(tf.mul(centred, perChannel(factor, columns)), perChannel(offset, columns));
    if (addend) y = tf.add(y, toRows(addend, columns));
    if (relu) y = tf.relu(y);
    return tf.reshape(y, x.shape);
  });
}
