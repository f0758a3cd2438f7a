import * as tf from '@tensorflow/tfjs-core';

/** Top-1 error, 0 to 1, of logits [n, classes] against int32 labels [n]. */
export function errorRate(logits: tf.Tensor2D, labels: tf.Tensor1D): tf.Scalar {
  return tf.tidy(() => {
    const wrong = tf.notEqual(tf.argMax(logits, 1), labels);
    return tf.mean(tf.cast(wrong, 'float32'));
  });
}
