import * as tf from '@tensorflow/tfjs-core';
import { runKernel } from '../runKernel.ts';
import { RunningStatisticsUpdate } from './contract.ts';

export interface RunningStatistics {
  /** [channels] */
  mean: tf.Variable<tf.Rank.R1>;
  /** [channels], of unbiased variances. */
  variance: tf.Variable<tf.Rank.R1>;
}

/**
 * Moves the running statistics towards a batch's, as PyTorch's BatchNorm2d does:
 * running ← (1 − momentum) · running + momentum · batch.
 * @param mean of the batch [channels]
 * @param variance of the batch [channels], biased: divided by `count`
 * @param count values a channel has in the batch, at least 2
 */
export function updateRunningStatistics(
  running: RunningStatistics,
  mean: tf.Tensor1D,
  variance: tf.Tensor1D,
  { momentum, count }: { momentum: number; count: number },
): void {
  tf.tidy(() => {
    const [newMean, newVariance] = runKernel<RunningStatisticsUpdate>(
      RunningStatisticsUpdate,
      { runningMean: running.mean, runningVariance: running.variance, mean, variance },
      { momentum, correction: count / (count - 1) },
    );
    running.mean.assign(newMean);
    running.variance.assign(newVariance);
  });
}
