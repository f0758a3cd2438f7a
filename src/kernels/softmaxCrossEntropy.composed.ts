import * as tf from '@tensorflow/tfjs-core';

interface Inputs {
  logits: tf.Tensor2D;
  labels: tf.Tensor1D;
}

/** The kernel SoftmaxCrossEntropyWithGrad from TensorFlow.js's operations. */
export function composedSoftmaxCrossEntropyWithGrad({ logits, labels }: Inputs): tf.Tensor[] {
  const [batch, classes] = logits.shape;
  const shifted = tf.sub(logits, tf.max(logits, 1, true)); // exp of it cannot overflow
  const exponentials = tf.exp(shifted);
  const sums = tf.sum(exponentials, 1, true);
  const target = tf.cast(tf.oneHot(labels, classes), 'float32');
  const logLikelihoods = tf.mul(target, tf.sub(shifted, tf.log(sums)));
  const loss = tf.div(tf.sum(logLikelihoods), -batch);
  const dLogits = tf.div(tf.sub(tf.div(exponentials, sums), target), batch);
  return [loss, dLogits];
}
