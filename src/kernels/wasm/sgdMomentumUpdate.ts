import type { TensorInfo } from '@tensorflow/tfjs-core';
import type { SgdMomentumUpdateAttrs } from '../contracts.ts';
import { sizeOf } from './heap.ts';
import type { Kernels } from './module.ts';

/**
 * The kernel SgdMomentumUpdate of contracts.ts. Velocities are updated in place; weights become new
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
  const velocities = inputs.slice(count, 2 * count);
  const gradients = inputs.slice(2 * count);
  const newWeights = inputs.slice(0, count).map((weight, i) => {
    const velocity = heap.address(velocities[i] as TensorInfo);
    const gradient = heap.address(gradients[i] as TensorInfo);
    const newWeight = heap.output(weight.shape);
    module.sgdMomentumUpdate(
      ...[heap.address(weight), velocity, gradient, heap.address(newWeight), velocity],
      ...[sizeOf(weight), learningRate, momentum, weightDecay],
    );
    return newWeight;
  });
  return [...newWeights, ...velocities.map((velocity) => heap.share(velocity))];
}
