import * as tf from '@tensorflow/tfjs-core';
import type { ComposedKernel } from '../kernel.ts';
import { AdamUpdate } from './contract.ts';

/** The kernel AdamUpdate from TensorFlow.js's operations. */
export const adamUpdate: ComposedKernel<AdamUpdate> = {
  kernel: AdamUpdate,
  run(inputs, { rate, deviation, beta1, beta2, epsilon }) {
    const count = inputs.length / 4;
    const weights = inputs.slice(0, count);
    const gradients = inputs.slice(3 * count);
    const means = gradients.map((g, i) =>
      tf.add(tf.mul(inputs[count + i] as tf.Tensor, beta1), tf.mul(g, 1 - beta1)),
    );
    const squares = gradients.map((g, i) =>
      tf.add(tf.mul(inputs[2 * count + i] as tf.Tensor, beta2), tf.mul(tf.square(g), 1 - beta2)),
    );
    const newWeights = weights.map((w, i) => {
      const spread = tf.add(tf.div(tf.sqrt(squares[i] as tf.Tensor), deviation), epsilon);
      return tf.sub(w, tf.mul(tf.div(means[i] as tf.Tensor, spread), rate));
    });
    return [...newWeights, ...means, ...squares];
  },
};
