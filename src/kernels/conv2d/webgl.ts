import type { TensorInfo } from '@tensorflow/tfjs-core';
import type { Gpu } from '../webgl/gpu.ts';
import { createTexels } from '../webgl/texels.ts';
import { withTexels } from '../webgl/withTexels.ts';
import { Conv2D } from './contract.ts';
import type { ConvInfo } from './convInfo.ts';
import { convolutionKernel, type ConvolutionInputs } from './convolutionKernel.ts';
import { drawPictures } from './webgl.convolution.ts';
import { convolve } from './webgl.program.ts';

/** x [batch, height, width, inputs], filter [rows, columns, inputs, outputs] → [batch, …, outputs] */
export function computeConv2d(
  gpu: Gpu,
  { x, filter }: ConvolutionInputs<Conv2D>,
  info: ConvInfo,
): TensorInfo {
  return withTexels(gpu, [x, filter], (x, taps) => {
    const y = createTexels(gpu, info.outShape, taps.lanes);
    return drawPictures(gpu, convolve, info, { x }, taps, y);
  });
}

/** The kernel Conv2D on WebGL. */
export const conv2d = convolutionKernel<Conv2D, Gpu>(Conv2D, computeConv2d);
