import * as tf from '@tensorflow/tfjs-core';
import type { RunningStatisticsUpdateAttrs } from './contracts.ts';

interface Inputs {
  runningMean: tf.Tensor1D;
  runningVariance: tf.Tensor1D;
  mean: tf.Tensor1D;
  variance: tf.Tensor1D;
}

/** The kernel RunningStatisticsUpdate from TensorFlow.js's operations. */
export function composedRunningStatisticsUpdate(
  { runningMean, runningVariance, mean, variance }: Inputs,
  { momentum, correction }: RunningStatisticsUpdateAttrs,
): tf.Tensor[] {
  const move = (running: tf.Tensor1D, batch: tf.Tensor1D, weight: number) =>
    tf.add(tf.mul(running, 1 - momentum), tf.mul(batch, weight));
  return [
    move(runningMean, mean, momentum),
    move(runningVariance, variance, momentum * correction),
  ];
}
