import { draw } from '../webgl/draw.ts';
import type { WebglKernel } from '../webgl/gpu.ts';
import { split } from '../webgl/parts.ts';
import { createPair, createTexels } from '../webgl/texels.ts';
import { withTexels } from '../webgl/withTexels.ts';
import { BatchNormTrainingGrad } from './contract.ts';
import {
  applyGradient,
  combineGradientSums,
  partialGradientSums,
} from './webgl.gradient.program.ts';

/** The kernel BatchNormTrainingGrad on WebGL: sums in two programs, then one for dx and dAddend. */
export const batchNormTrainingGrad: WebglKernel<BatchNormTrainingGrad> = {
  kernel: BatchNormTrainingGrad,
  run(gpu, { dy, x, scale, mean, variance, y }, { epsilon, relu, addend }) {
    const inputs = [dy, x, scale, mean, variance, ...(y ? [y] : [])];
    return withTexels(gpu, inputs, (dy, x, scale, mean, variance, y) => {
      const { lanes } = x;
      const { groups, pixels, parts, pixelsPerPart } = split(x);
      const maps = { dy, x, ...(relu && { y }) };

      const [sums, products] = createPair(gpu, [parts, groups * lanes], lanes);
      const partial = partialGradientSums(lanes, relu);
      const sizes = { groups, pixels, pixelsPerPart };
      draw(gpu, partial, { ...maps, mean }, [sums, products], sizes);

      const [dOffset, dScale] = createPair(gpu, [groups * lanes], lanes);
      const combine = combineGradientSums(lanes);
      const combined = { groups, parts, epsilon };
      draw(gpu, combine, { sums, products, variance }, [dOffset, dScale], combined);
      for (const texels of [sums, products]) gpu.backend.disposeIntermediateTensorInfo(texels);

      const dx = createTexels(gpu, x.shape, lanes);
      const dAddend = addend && createTexels(gpu, x.shape, lanes);
      const given = { ...maps, scale, mean, variance, dScale, dOffset };
      const apply = applyGradient(lanes, relu, addend);
      draw(gpu, apply, given, dAddend ? [dx, dAddend] : [dx], { groups, pixels, epsilon });
      return dAddend ? [dx, dScale, dOffset, dAddend] : [dx, dScale, dOffset];
    });
  },
};
