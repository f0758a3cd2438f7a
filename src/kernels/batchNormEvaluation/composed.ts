import * as tf from '@tensorflow/tfjs-core';
import { columnsOf, perChannel, toRows } from '../composed/columns.ts';
import type { ComposedKernel } from '../kernel.ts';
import { BatchNormEvaluation } from './contract.ts';

/** The kernel BatchNormEvaluation from TensorFlow.js's operations. */
export const batchNormEvaluation: ComposedKernel<BatchNormEvaluation> = {
  kernel: BatchNormEvaluation,
  run({ x, mean, variance, scale, offset, addend }, { epsilon, relu }) {
    const columns = columnsOf(x);
    const factor: tf.Tensor1D = tf.mul(scale, tf.rsqrt(tf.add(variance, epsilon)));
    const centred = tf.sub(toRows(x, columns), perChannel(mean, columns));
    let y = tf.add(tf.mul(centred, perChannel(factor, columns)), perChannel(offset, columns));
    if (addend) y = tf.add(y, toRows(addend, columns));
    if (relu) y = tf.relu(y);
    return tf.reshape(y, x.shape);
  },
};
