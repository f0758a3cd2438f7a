import type { TensorInfo } from '@tensorflow/tfjs-core';
import type { ConvInfo } from '../conv2d/convInfo.ts';
import { convolutionKernel, type ConvolutionInputs } from '../conv2d/convolutionKernel.ts';
import { drawPictures } from '../conv2d/webgl.convolution.ts';
import type { Gpu } from '../webgl/gpu.ts';
import { createTexels, lanesOf } from '../webgl/texels.ts';
import { withTexels } from '../webgl/withTexels.ts';
import { Conv2DBackpropInput } from './contract.ts';
import { convolveInputGradient } from './webgl.program.ts';

/** dy as the output, filter [rows, columns, inputs, outputs] → dx as the input */
export function computeInputGradient(
  gpu: Gpu,
  { dy, filter }: ConvolutionInputs<Conv2DBackpropInput>,
  info: ConvInfo,
): TensorInfo {
  return withTexels(gpu, [dy, filter], (dy, taps) => {
    const dx = createTexels(gpu, info.inShape, lanesOf(info.inChannels));
    return drawPictures(gpu, convolveInputGradient, info, { dy }, taps, dx);
  });
}

/** The kernel Conv2DBackpropInput on WebGL. */
export const conv2dBackpropInput = convolutionKernel<Conv2DBackpropInput, Gpu>(
  Conv2DBackpropInput,
  computeInputGradient,
);
