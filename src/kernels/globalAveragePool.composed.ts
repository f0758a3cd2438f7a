import * as tf from '@tensorflow/tfjs-core';
import type { GlobalAveragePoolGradAttrs } from './contracts.ts';

/** The kernel GlobalAveragePool from TensorFlow.js's operations. */
export function composedGlobalAveragePool({ x }: { x: tf.Tensor4D }): tf.Tensor {
  return tf.mean(x, [1, 2]);
}

/** The kernel GlobalAveragePoolGrad from TensorFlow.js's operations. */
export function composedGlobalAveragePoolGrad(
  { dy }: { dy: tf.Tensor2D },
  { height, width }: GlobalAveragePoolGradAttrs,
): tf.Tensor {
  const [batch, channels] = dy.shape;
  const share = tf.reshape(tf.div(dy, height * width), [batch, 1, 1, channels]);
  return tf.add(share, tf.fill([batch, height, width, channels], 0)); // far quicker than tf.tile on wasm
}
