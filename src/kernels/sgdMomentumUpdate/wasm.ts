import type { TensorInfo } from '@tensorflow/tfjs-core';
import { sizeOf } from '../wasm/heap.ts';
import type { Export, WasmKernel } from '../wasm/module.ts';
import { SgdMomentumUpdate } from './contract.ts';

/**
 * The kernel SgdMomentumUpdate on WebAssembly. Velocities are updated in place where they can be; weights
 * become new tensors, since TensorFlow.js's own products and convolutions pack a weight once for each dataId.
 */
export const sgdMomentumUpdate: WasmKernel<SgdMomentumUpdate, { sgdMomentumUpdate: Export<9> }> = {
  kernel: SgdMomentumUpdate,
  run({ module, heap }, inputs, { learningRate, momentum, weightDecay }) {
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
  },
};
