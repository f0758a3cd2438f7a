import * as tf from '@tensorflow/tfjs-core';
import { expect, test } from 'vitest';
import { SGD } from '../../src/nn/optim.ts';
import { describeBackends } from '../reference/backends.ts';
import { expectClose } from '../reference/closeness.ts';

/** PyTorch's rule on one number. */
function byHand(w: number, gradients: number[], learningRates: number[]): number {
  let v = 0;
  gradients.forEach((g, i) => {
    v = 0.9 * v + (g + 0.1 * w);
    w -= learningRates[i]! * v;
  });
  return w;
}

describeBackends('SGD', () => {
  test('keeps its velocity between steps and follows a schedule', async () => {
    const w = tf.tidy(() => tf.variable(tf.tensor1d([1, -2])));
    const optimiser = new SGD([w], { learningRate: 0.5, momentum: 0.9, weightDecay: 0.1 });
    const rates = [0.5, 0.5, 0.05];
    for (const [i, rate] of rates.entries()) {
      optimiser.learningRate = rate;
      optimiser.step({ [w.name]: tf.tensor1d([i + 1, 0.5]) });
    }
    const expected = [byHand(1, [1, 2, 3], rates), byHand(-2, [0.5, 0.5, 0.5], rates)];
    expectClose(await w.data(), expected, 'forward', 'w');
    optimiser.dispose();
    w.dispose();
  });

  test('says when a parameter got no gradient', () => {
    const w = tf.tidy(() => tf.variable(tf.zeros([2, 3])));
    const optimiser = new SGD([w], { learningRate: 0.5 });
    expect(() => optimiser.step({})).toThrow('SGD: the parameter of shape [2, 3] got no gradient.');
    optimiser.dispose();
    w.dispose();
  });
});
