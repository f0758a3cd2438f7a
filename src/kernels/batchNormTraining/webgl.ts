import { normalise } from '../batchNormEvaluation/webgl.ts';
import { draw } from '../webgl/draw.ts';
import type { Gpu, WebglKernel } from '../webgl/gpu.ts';
import { split } from '../webgl/parts.ts';
import { createPair, type Texels } from '../webgl/texels.ts';
import { withTexels } from '../webgl/withTexels.ts';
import { BatchNormTraining } from './contract.ts';
import { combineStatistics, partialStatistics } from './webgl.program.ts';

/** The kernel BatchNormTraining on WebGL: statistics in two programs, then one for the rest. */
export const batchNormTraining: WebglKernel<BatchNormTraining> = {
  kernel: BatchNormTraining,
  run(gpu, { x, scale, offset, addend }, { epsilon, relu }) {
    const inputs = [x, scale, offset, ...(addend ? [addend] : [])];
    return withTexels(gpu, inputs, (x, scale, offset, addend?: Texels) => {
      const { mean, variance } = statistics(gpu, x);
      const given = { x, scale, offset, mean, variance, ...(addend && { addend }) };
      return [normalise(gpu, given, { epsilon, relu }), mean, variance];
    });
  },
};

function statistics(gpu: Gpu, x: Texels): { mean: Texels; variance: Texels } {
  const { lanes } = x;
  const { groups, pixels, parts, pixelsPerPart } = split(x);
  const [sums, squares] = createPair(gpu, [parts, groups * lanes], lanes);
  const sizes = { groups, pixels, pixelsPerPart };
  draw(gpu, partialStatistics(lanes), { x }, [sums, squares], sizes);
  const [mean, variance] = createPair(gpu, [groups * lanes], lanes);
  const combine = combineStatistics(lanes);
  draw(gpu, combine, { x, sums, squares }, [mean, variance], { ...sizes, parts });
  for (const partial of [sums, squares]) gpu.backend.disposeIntermediateTensorInfo(partial);
  return { mean, variance };
}
