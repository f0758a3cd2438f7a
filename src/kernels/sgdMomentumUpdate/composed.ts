import * as tf from '@tensorflow/tfjs-core';
import type { ComposedKernel } from '../kernel.ts';
import { SgdMomentumUpdate } from './contract.ts';

/** The kernel SgdMomentumUpdate from TensorFlow.js's operations. */
export const sgdMomentumUpdate: ComposedKernel<SgdMomentumUpdate> = {
  kernel: SgdMomentumUpdate,
  run(inputs, { learningRate, momentum, weightDecay }) {
    const k = inputs.length / 3;
    const weights: tf.Tensor[] = [];
    const velocities: tf.Tensor[] = [];
    for (let i = 0; i < k; i++) {
      const [w, v, g] = [inputs[i], inputs[k + i], inputs[2 * k + i]] as [
        tf.Tensor,
        tf.Tensor,
        tf.Tensor,
      ];
      const velocity = tf.add(tf.mul(v, momentum), tf.add(g, tf.mul(w, weightDecay)));
      velocities.push(velocity);
      weights.push(tf.sub(w, tf.mul(velocity, learningRate)));
    }
    return [...weights, ...velocities];
  },
};
