import * as tf from '@tensorflow/tfjs-core';
import { runKernel } from '../runKernel.ts';
import { describeShape } from '../shapes.ts';
import { SgdMomentumUpdate } from './contract.ts';

export type SgdSettings = SgdMomentumUpdate['attrs'];

/**
 * One step of SGD for all parameters at once, by PyTorch's rule:
 * v ← momentum · v + (g + weightDecay · w);  w ← w − learningRate · v.
 * Weights, velocities and gradients are in the same order; weights and velocities change.
 * @throws when a parameter, its velocity and its gradient differ in shape
 */
export function sgdMomentumUpdate(
  weights: tf.Variable[],
  velocities: tf.Variable[],
  gradients: tf.Tensor[],
  { learningRate, momentum, weightDecay }: SgdSettings,
): void {
  const states = [...velocities, ...gradients];
  states.forEach((state, i) => {
    const weight = weights[i % weights.length] as tf.Variable;
    if (tf.util.arraysEqual(state.shape, weight.shape)) return;
    const what = i < velocities.length ? 'velocity' : 'gradient';
    throw new Error(
      `sgdMomentumUpdate: expected a ${what} of shape ${describeShape(weight.shape)}, as the parameter, got ${describeShape(state.shape)}.`,
    );
  });

  tf.tidy(() => {
    const inputs = [...weights, ...states];
    const attrs = { learningRate, momentum, weightDecay };
    const updated = runKernel<SgdMomentumUpdate>(SgdMomentumUpdate, inputs, attrs);
    [...weights, ...velocities].forEach((variable, i) => variable.assign(updated[i] as tf.Tensor));
  });
}
