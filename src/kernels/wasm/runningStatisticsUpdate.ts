import type { TensorInfo } from '@tensorflow/tfjs-core';
import type { RunningStatisticsUpdateAttrs } from '../contracts.ts';
import type { Kernels } from './module.ts';

export interface RunningStatisticsUpdateInputs {
  runningMean: TensorInfo;
  runningVariance: TensorInfo;
  mean: TensorInfo;
  variance: TensorInfo;
}

/** The kernel RunningStatisticsUpdate of contracts.ts. A few channels: JavaScript's loop will do. */
export function runningStatisticsUpdate(
  { heap }: Kernels,
  { runningMean, runningVariance, mean, variance }: RunningStatisticsUpdateInputs,
  { momentum, correction }: RunningStatisticsUpdateAttrs,
): TensorInfo[] {
  const newMean = heap.successor(runningMean);
  const newVariance = heap.successor(runningVariance);
  const move = (running: TensorInfo, batch: TensorInfo, next: TensorInfo, factor: number) => {
    const before = heap.floats(running);
    const statistics = heap.floats(batch);
    const after = heap.floats(next);
    before.forEach((value, channel) => {
      const statistic = factor * (statistics[channel] as number);
      after[channel] = (1 - momentum) * value + momentum * statistic;
    });
  };
  move(runningMean, mean, newMean, 1);
  move(runningVariance, variance, newVariance, correction);
  return [newMean, newVariance];
}
