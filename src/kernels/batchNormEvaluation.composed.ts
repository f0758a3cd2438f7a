import * as tf from '@tensorflow/tfjs-core';
import { columnsOf, perChannel, toRows } from './columns.ts';
import type { BatchNormEvaluationAttrs } from './contracts.ts';

export interface BatchNormEvaluationInputs {
  x: tf.Tensor4D;
  mean: tf.Tensor1D;
  variance: tf.Tensor1D;
  scale: tf.Tensor1D;
  offset: tf.Tensor1D;
  addend?: tf.Tensor4D;
}

/** The kernel BatchNormEvaluation from TensorFlow.js's operations. */
export function composedBatchNormEvaluation(
  { x, mean, variance, scale, offset, addend }: BatchNormEvaluationInputs,
  { epsilon, relu }: BatchNormEvaluationAttrs,
): tf.Tensor4D {
  const columns = columnsOf(x);
  const factor: tf.Tensor1D = tf.mul(scale, tf.rsqrt(tf.add(variance, epsilon)));
  const centred = tf.sub(toRows(x, columns), perChannel(mean, columns));
  let y = tf.add(tf.mul(centred, perChannel(factor, columns)), perChannel(offset, columns));
  if (addend) y = tf.add(y, toRows(addend, columns));
  if (relu) y = tf.relu(y);
  return tf.reshape(y, x.shape);
}
