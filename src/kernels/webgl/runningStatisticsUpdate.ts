import type { TensorInfo } from '@tensorflow/tfjs-core';
import type { RunningStatisticsUpdateAttrs } from '../contracts.ts';
import type { Gpu } from './gpu.ts';
import { run } from './program.ts';
import { moveRunningStatistics } from './runningStatisticsUpdate.program.ts';
import { createPair, withTexels } from './texels.ts';

export interface RunningStatisticsUpdateInputs {
  runningMean: TensorInfo;
  runningVariance: TensorInfo;
  mean: TensorInfo;
  variance: TensorInfo;
}

/** The kernel RunningStatisticsUpdate of contracts.ts. */
export function runningStatisticsUpdate(
  gpu: Gpu,
  { runningMean, runningVariance, mean, variance }: RunningStatisticsUpdateInputs,
  { momentum, correction }: RunningStatisticsUpdateAttrs,
): TensorInfo[] {
  const inputs = [runningMean, runningVariance, mean, variance];
  return withTexels(gpu, inputs, (runningMean, runningVariance, mean, variance) => {
    const { shape, lanes } = mean;
    const moved = createPair(gpu, shape, lanes);
    const given = { runningMean, runningVariance, mean, variance };
    run(gpu, moveRunningStatistics(lanes), given, moved, { momentum, correction });
    return moved;
  });
}
