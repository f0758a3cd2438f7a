import { Identity, type Tensor } from '@tensorflow/tfjs-core';
import type { Kernel } from '../kernel.ts';
import type { WasmKernel } from '../wasm/module.ts';

/** Identity that shares the values: TensorFlow.js's own copies them, and training clones every tensor that a gradient needs. */
export const identity: WasmKernel<Kernel<{ x: Tensor }, unknown, Tensor>> = {
  kernel: Identity,
  run: ({ heap }, { x }) => heap.share(x),
};
