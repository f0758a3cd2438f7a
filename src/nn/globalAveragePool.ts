import * as tf from '@tensorflow/tfjs-core';

/** The mean of every feature map: [batch, height, width, channels] → [batch, channels]. */
export function globalAveragePool(x: tf.Tensor4D): tf.Tensor2D {
  const [batch, height, width, channels] = x.shape;
  const average = tf.customGrad((maps) => ({
    value: tf.mean(maps as tf.Tensor4D, [1, 2]),
    gradFunc: (dy: tf.Tensor) => {
      const share = tf.reshape(tf.div(dy, height * width), [batch, 1, 1, channels]);
      return tf.add(share, tf.fill([batch, height, width, channels], 0)); // far quicker than tf.tile on wasm
    },
  }));
  return average(x) as tf.Tensor2D;
}
