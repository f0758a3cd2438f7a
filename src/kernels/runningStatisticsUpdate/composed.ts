import * as tf from '@tensorflow/tfjs-core';
import type { ComposedKernel } from '../kernel.ts';
import { RunningStatisticsUpdate } from './contract.ts';

/** The kernel RunningStatisticsUpdate from TensorFlow.js's operations. */
export const runningStatisticsUpdate: ComposedKernel<RunningStatisticsUpdate> = {
  kernel: RunningStatisticsUpdate,
  run({ runningMean, runningVariance, mean, variance }, { momentum, correction }) {
    const move = (running: tf.Tensor1D, batch: tf.Tensor1D, weight: number): tf.Tensor1D =>
      tf.add(tf.mul(running, 1 - momentum), tf.mul(batch, weight));
    return [
      move(runningMean, mean, momentum),
      move(runningVariance, variance, momentum * correction),
    ];
  },
};
