import type { TensorInfo } from '@tensorflow/tfjs-core';
import type { WasmKernel } from '../wasm/module.ts';
import { RunningStatisticsUpdate } from './contract.ts';

/** The kernel RunningStatisticsUpdate on WebAssembly. A few channels: JavaScript's loop will do. */
export const runningStatisticsUpdate: WasmKernel<RunningStatisticsUpdate> = {
  kernel: RunningStatisticsUpdate,
  run({ heap }, { runningMean, runningVariance, mean, variance }, { momentum, correction }) {
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
  },
};
