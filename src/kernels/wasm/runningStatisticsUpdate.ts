import type { TensorInfo } from '@tensorflow/tfjs-core';
import type { RunningStatisticsUpdateAttrs } from '../contracts.ts';
import type { Kernels } from './module.ts';

export interface RunningStatisticsUpdateInputs {
  runningMean: TensorInfo;
  runningVariance: TensorInfo;
  mean: TensorInfo;
  variance: TensorInfo;
}

/** The kernel RunningStatisticsUpdate of contracts.ts, in place. A few channels: JavaScript's loop will do. */
export function runningStatisticsUpdate(
  { heap }: Kernels,
  { runningMean, runningVariance, mean, variance }: RunningStatisticsUpdateInputs,
  { momentum, correction }: RunningStatisticsUpdateAttrs,
): TensorInfo[] {
  moveTowards(heap.floats(runningMean), heap.floats(mean), momentum, 1);
  moveTowards(heap.floats(runningVariance), heap.floats(variance), momentum, correction);
  return [heap.share(runningMean), heap.share(runningVariance)];
}

function moveTowards(
  running: Float32Array,
  batch: Float32Array,
  momentum: number,
  correction: number,
): void {
  batch.forEach((statistic, channel) => {
    const before = running[channel] as number;
    running[channel] = (1 - momentum) * before + momentum * correction * statistic;
  });
}
