import type { Tensor1D } from '@tensorflow/tfjs-core';
import type { Kernel } from '../kernel.ts';

export const RunningStatisticsUpdate = 'RunningStatisticsUpdate';
/**
 * running' = (1 − momentum) · running + momentum · batch statistic, the variance made unbiased by
 * `correction` = M / (M − 1), where M = batch · height · width is how many values a channel has.
 * All [C]; runningMean and runningVariance in place.
 */
export type RunningStatisticsUpdate = Kernel<
  { runningMean: Tensor1D; runningVariance: Tensor1D; mean: Tensor1D; variance: Tensor1D },
  { momentum: number; correction: number },
  [newMean: Tensor1D, newVariance: Tensor1D]
>;
