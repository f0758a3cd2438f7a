import { draw } from '../webgl/draw.ts';
import type { Gpu, WebglKernel } from '../webgl/gpu.ts';
import { split } from '../webgl/parts.ts';
import { createPair, createTexels, type Texels } from '../webgl/texels.ts';
import { withTexels } from '../webgl/withTexels.ts';
import { LayerNorm, LayerNormGrad } from './contract.ts';
import {
  combineParameterSums,
  normaliseRows,
  partialParameterSums,
  rowGradient,
  rowStatistics,
} from './webgl.program.ts';

/** The kernel LayerNorm on WebGL: a program for the rows' statistics, one for what they are applied to. */
export const layerNorm: WebglKernel<LayerNorm> = {
  kernel: LayerNorm,
  run(gpu, { x, scale, offset }, { epsilon }) {
    return withTexels(gpu, [x, scale, offset], (x, scale, offset) =>
      withStatistics(gpu, x, epsilon, (statistics) => {
        const y = createTexels(gpu, x.shape, x.lanes);
        const given = { x, scale, offset, ...statistics };
        draw(gpu, normaliseRows(x.lanes), given, [y], { groups: scale.count });
        return y;
      }),
    );
  },
};

/** The kernel LayerNormGrad on WebGL: the rows' statistics again, dx, and the parameters' sums in two programs. */
export const layerNormGrad: WebglKernel<LayerNormGrad> = {
  kernel: LayerNormGrad,
  run(gpu, { dy, x, scale }, { epsilon }) {
    return withTexels(gpu, [dy, x, scale], (dy, x, scale) =>
      withStatistics(gpu, x, epsilon, (statistics) => {
        const { lanes } = x;
        const { groups, pixels, parts, pixelsPerPart } = split(x);
        const given = { dy, x, ...statistics };

        const dx = createTexels(gpu, x.shape, lanes);
        draw(gpu, rowGradient(lanes), { ...given, scale }, [dx], { groups });

        const [sums, products] = createPair(gpu, [parts, groups * lanes], lanes);
        const sizes = { groups, pixels, pixelsPerPart };
        draw(gpu, partialParameterSums(lanes), given, [sums, products], sizes);
        const [dOffset, dScale] = createPair(gpu, [groups * lanes], lanes);
        const combine = combineParameterSums(lanes);
        draw(gpu, combine, { sums, products }, [dOffset, dScale], { groups, parts });
        for (const texels of [sums, products]) gpu.backend.disposeIntermediateTensorInfo(texels);
        return [dx, dScale, dOffset];
      }),
    );
  },
};

/** Gives `compute` the mean and 1 / √(variance + ε) of each row of x, and frees them. */
function withStatistics<T>(
  gpu: Gpu,
  x: Texels,
  epsilon: number,
  compute: (statistics: { mean: Texels; inverseDeviation: Texels }) => T,
): T {
  const { groups, pixels: rows } = split(x);
  const [mean, inverseDeviation] = createPair(gpu, [rows], 1);
  draw(gpu, rowStatistics(x.lanes), { x }, [mean, inverseDeviation], { groups, epsilon });
  const result = compute({ mean, inverseDeviation });
  for (const texels of [mean, inverseDeviation]) gpu.backend.disposeIntermediateTensorInfo(texels);
  return result;
}
