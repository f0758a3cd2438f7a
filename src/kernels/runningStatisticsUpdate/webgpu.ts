import { dispatch } from '../webgpu/dispatch.ts';
import { spread } from '../webgpu/elementwise.ts';
import type { WebgpuKernel } from '../webgpu/gpu.ts';
import { elementOf, lanesOf, sizeOf, successor } from '../webgpu/tensors.ts';
import { RunningStatisticsUpdate } from './contract.ts';
import { moveRunningStatistics } from './webgpu.program.ts';

/** The kernel RunningStatisticsUpdate on WebGPU. */
export const runningStatisticsUpdate: WebgpuKernel<RunningStatisticsUpdate> = {
  kernel: RunningStatisticsUpdate,
  run(gpu, inputs, attrs) {
    const runningMean = successor(gpu, inputs.runningMean);
    const runningVariance = successor(gpu, inputs.runningVariance);
    const element = elementOf(sizeOf(runningMean));
    const count = sizeOf(runningMean) / lanesOf(element);
    const tensors = { ...inputs, runningMean, runningVariance };
    const program = moveRunningStatistics(element);
    dispatch(gpu, program, tensors, { count, ...attrs }, spread(count));
    return [runningMean, runningVariance];
  },
};
