import * as tf from '@tensorflow/tfjs-core';
import type { ComposedKernel } from '../kernel.ts';
import { ReluGrad } from './contract.ts';

/** The kernel ReluGrad from TensorFlow.js's operations. */
export const reluGrad: ComposedKernel<ReluGrad> = {
  kernel: ReluGrad,
  run: ({ dy, y }) => tf.mul(dy, tf.step(y)),
};
