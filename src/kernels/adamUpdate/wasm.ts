import type { TensorInfo } from '@tensorflow/tfjs-core';
import type { WasmKernel } from '../wasm/module.ts';
import { AdamUpdate } from './contract.ts';

/**
 * The kernel AdamUpdate on WebAssembly: loops in JavaScript, for networks of some ten thousand parameters.
 * Weights become new tensors, as in sgdMomentumUpdate.
 */
export const adamUpdate: WasmKernel<AdamUpdate> = {
  kernel: AdamUpdate,
  run({ heap }, inputs, { rate, deviation, beta1, beta2, epsilon }) {
    const count = inputs.length / 4;
    const newWeights = inputs.slice(0, count).map(({ shape }) => heap.output(shape));
    const newMeans = inputs.slice(count, 2 * count).map(heap.successor);
    const newSquares = inputs.slice(2 * count, 3 * count).map(heap.successor);
    for (let i = 0; i < count; i++) {
      const [w, m, v, g, newW, newM, newV] = [
        ...[inputs[i], inputs[count + i], inputs[2 * count + i], inputs[3 * count + i]],
        ...[newWeights[i], newMeans[i], newSquares[i]],
      ].map((tensor) => heap.floats(tensor as TensorInfo)) as Seven;
      for (let k = 0; k < w.length; k++) {
        const gradient = g[k] as number;
        const mean = beta1 * (m[k] as number) + (1 - beta1) * gradient;
        const square = beta2 * (v[k] as number) + (1 - beta2) * gradient * gradient;
        newM[k] = mean;
        newV[k] = square;
        newW[k] = (w[k] as number) - (rate * mean) / (Math.sqrt(square) / deviation + epsilon);
      }
    }
    return [...newWeights, ...newMeans, ...newSquares];
  },
};

type Seven = [
  ...[Float32Array, Float32Array, Float32Array, Float32Array],
  ...[Float32Array, Float32Array, Float32Array],
];
