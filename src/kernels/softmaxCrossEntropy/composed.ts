import * as tf from '@tensorflow/tfjs-core';
import type { ComposedKernel } from '../kernel.ts';
import { SoftmaxCrossEntropyWithGrad } from './contract.ts';

/** The kernel SoftmaxCrossEntropyWithGrad from TensorFlow.js's operations. */
export const softmaxCrossEntropyWithGrad: ComposedKernel<SoftmaxCrossEntropyWithGrad> = {
  kernel: SoftmaxCrossEntropyWithGrad,
  run({ logits, labels }) {
    const [batch, classes] = logits.shape;
    const shifted = tf.sub(logits, tf.max(logits, 1, true)); // exp of it cannot overflow
    const exponentials = tf.exp(shifted);
    const sums = tf.sum(exponentials, 1, true);
    const target = tf.cast(tf.oneHot(labels, classes), 'float32');
    const logLikelihoods = tf.mul(target, tf.sub(shifted, tf.log(sums)));
    const loss: tf.Scalar = tf.div(tf.sum(logLikelihoods), -batch);
    const dLogits: tf.Tensor2D = tf.div(tf.sub(tf.div(exponentials, sums), target), batch);
    return [loss, dLogits];
  },
};
