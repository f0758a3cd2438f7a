import type { TensorInfo } from '@tensorflow/tfjs-core';
import type { ConvInfo } from '../conv2d/convInfo.ts';
import { convolutionKernel, type ConvolutionInputs } from '../conv2d/convolutionKernel.ts';
import { choices, sizes } from '../conv2d/webgl.convolution.ts';
import { draw } from '../webgl/draw.ts';
import type { Gpu } from '../webgl/gpu.ts';
import { createTexels } from '../webgl/texels.ts';
import { withTexels } from '../webgl/withTexels.ts';
import { Conv2DBackpropFilter } from './contract.ts';
import { convolveFilterGradient, sumFilterGradient } from './webgl.program.ts';

/** Fragments that keep a GPU busy, when there is work for as many. */
const fragments = 16_384;

/** x as the input, dy as the output → dFilter [rows, columns, inputs, outputs] */
export function computeFilterGradient(
  gpu: Gpu,
  { x, dy }: ConvolutionInputs<Conv2DBackpropFilter>,
  info: ConvInfo,
): TensorInfo {
  return withTexels(gpu, [x, dy], (x, dy) => {
    const { inGroups, outGroups } = sizes(info);
    const wide = outGroups % 2 === 0 && 2 * x.lanes <= gpu.maxTargets ? 2 : 1;
    const blocks = info.filterHeight * info.filterWidth * inGroups * (outGroups / wide);
    const rows = info.batchSize * info.outHeight;
    const rowsPerPart = Math.ceil(rows / Math.min(rows, Math.ceil(fragments / blocks)));
    const parts = Math.ceil(rows / rowsPerPart);

    const partial = Array.from({ length: x.lanes * wide }, () =>
      createTexels(gpu, [parts, blocks * dy.lanes], dy.lanes),
    );
    const program = convolveFilterGradient(...choices(info), wide);
    draw(gpu, program, { x, dy }, partial, { ...sizes(info), rows, rowsPerPart });

    const dFilter = createTexels(gpu, info.filterShape, dy.lanes);
    const inputs = Object.fromEntries(partial.map((texels, target) => [`parts${target}`, texels]));
    const sum = sumFilterGradient(x.lanes, dy.lanes, wide);
    draw(gpu, sum, inputs, [dFilter], { parts, blocks, outGroups });
    for (const texels of partial) gpu.backend.disposeIntermediateTensorInfo(texels);
    return dFilter;
  });
}

/** The kernel Conv2DBackpropFilter on WebGL. */
export const conv2dBackpropFilter = convolutionKernel<Conv2DBackpropFilter, Gpu>(
  Conv2DBackpropFilter,
  computeFilterGradient,
);
