import * as tf from '@tensorflow/tfjs-core';
import type { ComposedKernel } from '../kernel.ts';
import { LayerNorm, LayerNormGrad } from './contract.ts';

/** The kernel LayerNorm from TensorFlow.js's operations. */
export const layerNorm: ComposedKernel<LayerNorm> = {
  kernel: LayerNorm,
  run({ x, scale, offset }, { epsilon }) {
    return tf.add(tf.mul(normalise(x, epsilon).normalised, scale), offset);
  },
};

/**
 * The kernel LayerNormGrad from TensorFlow.js's operations. With g = dy · γ and x̂ the normalised row,
 * dx = (g − mean(g) − x̂ · mean(g · x̂)) / σ, as batch norm's over a row.
 */
export const layerNormGrad: ComposedKernel<LayerNormGrad> = {
  kernel: LayerNormGrad,
  run({ dy, x, scale }, { epsilon }) {
    const { normalised, inverse } = normalise(x, epsilon);
    const rows = x.shape.slice(0, -1).map((_, axis) => axis);
    const g = tf.mul(dy, scale);
    const along = tf.mul(normalised, tf.mean(tf.mul(g, normalised), -1, true));
    const dx = tf.mul(tf.sub(tf.sub(g, tf.mean(g, -1, true)), along), inverse);
    return [dx, tf.sum(tf.mul(dy, normalised), rows), tf.sum(dy, rows)];
  },
};

/** (x − mean) / σ and 1 / σ of each row, where σ² is the variance and ε. */
function normalise(x: tf.Tensor, epsilon: number) {
  const centred = tf.sub(x, tf.mean(x, -1, true));
  const inverse = tf.rsqrt(tf.add(tf.mean(tf.square(centred), -1, true), epsilon));
  return { normalised: tf.mul(centred, inverse), inverse };
}
