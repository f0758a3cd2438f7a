import * as tf from '@tensorflow/tfjs-core';
import { RunningStatisticsUpdate, type RunningStatisticsUpdateAttrs } from './contracts.ts';

export interface RunningStatistics {
  /** [channels] */
  mean: tf.Variable;
  /** [channels], of unbiased variances. */
  variance: tf.Variable;
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
  const attrs: RunningStatisticsUpdateAttrs = { momentum, correction: count / (count - 1) };
  tf.tidy(() => {
    const [newMean, newVariance] = tf
      .engine()
      .runKernel<tf.Tensor[]>(
        RunningStatisticsUpdate,
        { runningMean: running.mean, runningVariance: running.variance, mean, variance },
        attrs,
      );
    running.mean.assign(newMean as tf.Tensor);
    running.variance.assign(newVariance as tf.Tensor);
  });
}
