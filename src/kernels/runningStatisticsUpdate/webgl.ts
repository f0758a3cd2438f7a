import { draw } from '../webgl/draw.ts';
import type { WebglKernel } from '../webgl/gpu.ts';
import { createPair } from '../webgl/texels.ts';
import { withTexels } from '../webgl/withTexels.ts';
import { RunningStatisticsUpdate } from './contract.ts';
import { moveRunningStatistics } from './webgl.program.ts';

/** The kernel RunningStatisticsUpdate on WebGL. */
export const runningStatisticsUpdate: WebglKernel<RunningStatisticsUpdate> = {
  kernel: RunningStatisticsUpdate,
  run(gpu, { runningMean, runningVariance, mean, variance }, attrs) {
    const inputs = [runningMean, runningVariance, mean, variance];
    return withTexels(gpu, inputs, (runningMean, runningVariance, mean, variance) => {
      const { shape, lanes } = mean;
      const moved = createPair(gpu, shape, lanes);
      const given = { runningMean, runningVariance, mean, variance };
      draw(gpu, moveRunningStatistics(lanes), given, moved, { ...attrs });
      return moved;
    });
  },
};
