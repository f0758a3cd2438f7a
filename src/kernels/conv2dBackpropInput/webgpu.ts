import type { TensorInfo } from '@tensorflow/tfjs-core';
import type { ConvInfo } from '../conv2d/convInfo.ts';
import { convolutionKernel, type ConvolutionInputs } from '../conv2d/convolutionKernel.ts';
import { tilesOf } from '../conv2d/webgpu.gemm.ts';
import { choices, sizes } from '../conv2d/webgpu.sizes.ts';
import { dispatch } from '../webgpu/dispatch.ts';
import type { Gpu } from '../webgpu/gpu.ts';
import { output } from '../webgpu/tensors.ts';
import { Conv2DBackpropInput } from './contract.ts';
import { convolveInputGradient } from './webgpu.program.ts';

/** dy as the output, filter [rows, columns, inputs, outputs] → dx as the input */
export function computeInputGradient(
  gpu: Gpu,
  { dy, filter }: ConvolutionInputs<Conv2DBackpropInput>,
  info: ConvInfo,
): TensorInfo {
  const { batchSize, inHeight, inWidth, inChannels, strideHeight, strideWidth } = info;
  const dx = output(gpu, info.inShape);
  const pixelsOfPhase = Math.ceil(inHeight / strideHeight) * Math.ceil(inWidth / strideWidth);
  const [x, y, z] = tilesOf(batchSize * pixelsOfPhase, inChannels);
  const tensors = { dy, weights: filter, y: dx };
  dispatch(gpu, convolveInputGradient(...choices(info, inChannels)), tensors, sizes(info), [
    x,
    y,
    z * strideHeight * strideWidth,
  ]);
  return dx;
}

/** The kernel Conv2DBackpropInput on WebGPU. */
export const conv2dBackpropInput = convolutionKernel<Conv2DBackpropInput, Gpu>(
  Conv2DBackpropInput,
  computeInputGradient,
);
