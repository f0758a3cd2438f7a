import type { TensorInfo } from '@tensorflow/tfjs-core';
import type { SgdMomentumUpdateAttrs } from '../contracts.ts';
import { sizeOf } from './heap.ts';
import type { Kernels } from './module.ts';

/**
 * The kernel SgdMomentumUpdate of contracts.ts. Velocities are updated in place where they can be; weights become new
 * tensors, since TensorFlow.js's own products and convolutions pack a weight once for each dataId.
 *
 * @param inputs k weights, k velocities, k gradients
 */
export function sgdMomentumUpdate(
  { module, heap }: Kernels,
  inputs: TensorInfo[],
  { learningRate, momentum, weightDecay }: SgdMomentumUpdateAttrs,
): TensorInfo[] {
  const count = inputs.length / 3;
  const weights = inputs.slice(0, count);
  const velocities = inputs.slice(count, 2 * count);
  const gradients = inputs.slice(2 * count);
  const newWeights = weights.map(({ shape }) => heap.output(shape));
  const newVelocities = velocities.map((velocity) => heap.successor(velocity));
  weights.forEach((weight, i) => {
    const group = [weight, velocities[i], gradients[i], newWeights[i], newVelocities[i]];
    const [w = 0, v = 0, g = 0, newW = 0, newV = 0] = group.map((tensor) =>
      heap.address(tensor as TensorInfo),
    );
    const size = sizeOf(weight);
    module.sgdMomentumUpdate(w, v, g, newW, newV, size, learningRate, momentum, weightDecay);
  });
  return [...newWeights, ...newVelocities];
}
