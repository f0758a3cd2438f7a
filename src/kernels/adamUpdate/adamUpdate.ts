import * as tf from '@tensorflow/tfjs-core';
import { runKernel } from '../runKernel.ts';
import { describeShape } from '../shapes.ts';
import { AdamUpdate } from './contract.ts';

export interface AdamSettings {
  learningRate: number;
  beta1: number;
  beta2: number;
  epsilon: number;
}

/**
 * One step of Adam (Kingma and Ba 2015, algorithm 1) for all parameters at once, by PyTorch's rule.
 * Weights, means, squares and gradients are in the same order; all but the gradients change.
 * @param step counted from 1
 * @throws when a parameter and its gradient differ in shape
 */
export function adamUpdate(
  weights: tf.Variable[],
  { means, squares }: { means: tf.Variable[]; squares: tf.Variable[] },
  gradients: tf.Tensor[],
  step: number,
  { learningRate, beta1, beta2, epsilon }: AdamSettings,
): void {
  weights.forEach(({ shape }, i) => {
    const gradient = gradients[i] as tf.Tensor;
    if (tf.util.arraysEqual(gradient.shape, shape)) return;
    throw new Error(
      `adamUpdate: expected a gradient of shape ${describeShape(shape)}, as the parameter, got ${describeShape(gradient.shape)}.`,
    );
  });
  const rate = learningRate / (1 - beta1 ** step);
  const deviation = Math.sqrt(1 - beta2 ** step);
  tf.tidy(() => {
    const attrs = { rate, deviation, beta1, beta2, epsilon };
    const inputs = [...weights, ...means, ...squares, ...gradients];
    const updated = runKernel<AdamUpdate>(AdamUpdate, inputs, attrs);
    [...weights, ...means, ...squares].forEach((variable, i) =>
      variable.assign(updated[i] as tf.Tensor),
    );
  });
}
