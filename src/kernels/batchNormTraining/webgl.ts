import { normalise } from '../batchNormEvaluation/webgl.ts';
import type { Infos } from '../kernel.ts';
import type { RunningStatisticsUpdate } from '../runningStatisticsUpdate/contract.ts';
import { draw } from '../webgl/draw.ts';
import type { Gpu, WebglKernel } from '../webgl/gpu.ts';
import { split } from '../webgl/parts.ts';
import { createPair, type Texels } from '../webgl/texels.ts';
import { withTexels } from '../webgl/withTexels.ts';
import { BatchNormTraining, BatchNormTrainingWithUpdate } from './contract.ts';
import { combineStatistics, partialStatistics } from './webgl.program.ts';

/** The kernel BatchNormTraining on WebGL: statistics in two programs, then one for the rest. */
export const batchNormTraining: WebglKernel<BatchNormTraining> = {
  kernel: BatchNormTraining,
  run(gpu, inputs, attrs) {
    const { y, mean, variance } = normaliseByBatch(gpu, inputs, attrs);
    return [y, mean, variance];
  },
};

/** The kernel BatchNormTrainingWithUpdate on WebGL: the second program moves the running statistics too. */
export const batchNormTrainingWithUpdate: WebglKernel<BatchNormTrainingWithUpdate> = {
  kernel: BatchNormTrainingWithUpdate,
  run: (gpu, { runningMean, runningVariance, ...inputs }, attrs) =>
    withTexels(gpu, [runningMean, runningVariance], (runningMean, runningVariance) => {
      const { momentum, correction } = attrs;
      const running = { texels: { runningMean, runningVariance }, attrs: { momentum, correction } };
      const { y, mean, variance, moved } = normaliseByBatch(gpu, inputs, attrs, running);
      return [y, mean, variance, ...(moved as [Texels, Texels])];
    }),
};

/** Running statistics, and how far they move. */
interface Running {
  texels: { runningMean: Texels; runningVariance: Texels };
  attrs: RunningStatisticsUpdate['attrs'];
}

function normaliseByBatch(
  gpu: Gpu,
  { x, scale, offset, addend }: Infos<BatchNormTraining['inputs']>,
  { epsilon, relu }: BatchNormTraining['attrs'],
  running?: Running,
) {
  const inputs = [x, scale, offset, ...(addend ? [addend] : [])];
  return withTexels(gpu, inputs, (x, scale, offset, addend?: Texels) => {
    const { mean, variance, moved } = statistics(gpu, x, running);
    const given = { x, scale, offset, mean, variance, ...(addend && { addend }) };
    return { y: normalise(gpu, given, { epsilon, relu }), mean, variance, moved };
  });
}

function statistics(gpu: Gpu, x: Texels, running?: Running) {
  const { lanes } = x;
  const { groups, pixels, parts, pixelsPerPart } = split(x);
  const [sums, squares] = createPair(gpu, [parts, groups * lanes], lanes);
  const sizes = { groups, pixels, pixelsPerPart };
  draw(gpu, partialStatistics(lanes), { x }, [sums, squares], sizes);
  const [mean, variance] = createPair(gpu, [groups * lanes], lanes);
  const moved = running ? createPair(gpu, [groups * lanes], lanes) : [];
  const combine = combineStatistics(lanes, running !== undefined);
  const given = { x, sums, squares, ...running?.texels };
  draw(gpu, combine, given, [mean, variance, ...moved], { ...sizes, parts, ...running?.attrs });
  for (const partial of [sums, squares]) gpu.backend.disposeIntermediateTensorInfo(partial);
  return { mean, variance, moved };
}
