import * as tf from '@tensorflow/tfjs-core';

/**
 * The identity, which shows the gradient that comes back through it, of x's shape, to `look`. That happens
 * inside a tidy: what `look` wants to keep must go through tf.keep.
 */
export function gradientProbe(x: tf.Tensor4D, look: (gradient: tf.Tensor) => void): tf.Tensor4D {
  const probe = tf.customGrad((given) => ({
    value: tf.clone(given as tf.Tensor),
    gradFunc: (dy: tf.Tensor) => {
      look(dy);
      return tf.clone(dy);
    },
  }));
  return probe(x) as tf.Tensor4D;
}
