import type { TensorInfo } from '@tensorflow/tfjs-core';
import { sizeOf } from '../wasm/heap.ts';
import type { Export, WasmKernel } from '../wasm/module.ts';
import { inParts } from '../wasm/threads/inParts.ts';
import { SgdMomentumUpdate } from './contract.ts';

/**
 * The kernel SgdMomentumUpdate on WebAssembly. Velocities are updated in place where they can be; weights
 * become new tensors, since TensorFlow.js's own products and convolutions pack a weight once for each dataId.
 */
export const sgdMomentumUpdate: WasmKernel<SgdMomentumUpdate, { sgdMomentumUpdate: Export<9> }> = {
  kernel: SgdMomentumUpdate,
  run(wasm, inputs, { learningRate, momentum, weightDecay }) {
    const { heap } = wasm;
    const count = inputs.length / 3;
    const weights = inputs.slice(0, count);
    const velocities = inputs.slice(count, 2 * count);
    const gradients = inputs.slice(2 * count);
    const newWeights = weights.map(({ shape }) => heap.output(shape));
    const newVelocities = velocities.map((velocity) => heap.successor(velocity));
    const update = (call: Export<9>, i: number) => {
      const group = [weights[i], velocities[i], gradients[i], newWeights[i], newVelocities[i]];
      const [w = 0, v = 0, g = 0, newW = 0, newV = 0] = group.map((tensor) =>
        heap.address(tensor as TensorInfo),
      );
      const size = sizeOf(weights[i] as TensorInfo);
      call(w, v, g, newW, newV, size, learningRate, momentum, weightDecay);
    };
    const { least } = wasm.threads;
    const isLarge = (i: number) => sizeOf(weights[i] as TensorInfo) * workOfWeight >= least;
    const all = [...weights.keys()];
    for (const i of all.filter((one) => !isLarge(one))) update(wasm.module.sgdMomentumUpdate, i);
    inParts(wasm, 'sgdMomentumUpdate', all.filter(isLarge), update);
    return [...newWeights, ...newVelocities];
  },
};

/** Multiplications that take as long as updating a weight: five floats are fetched or put back. */
const workOfWeight = 32;
