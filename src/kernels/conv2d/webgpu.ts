import type { TensorInfo } from '@tensorflow/tfjs-core';
import { dispatch } from '../webgpu/dispatch.ts';
import type { Gpu } from '../webgpu/gpu.ts';
import { output } from '../webgpu/tensors.ts';
import { Conv2D } from './contract.ts';
import type { ConvInfo } from './convInfo.ts';
import { convolutionKernel, type ConvolutionInputs } from './convolutionKernel.ts';
import { tilesOf } from './webgpu.gemm.ts';
import { convolve } from './webgpu.program.ts';
import { choices, sizes } from './webgpu.sizes.ts';

/** x [batch, height, width, inputs], filter [rows, columns, inputs, outputs] → [batch, …, outputs] */
export function computeConv2d(
  gpu: Gpu,
  { x, filter }: ConvolutionInputs<Conv2D>,
  info: ConvInfo,
): TensorInfo {
  const y = output(gpu, info.outShape);
  const pixels = info.batchSize * info.outHeight * info.outWidth;
  const tiles = tilesOf(pixels, info.outChannels);
  dispatch(
    gpu,
    convolve(...choices(info, info.outChannels)),
    { x, weights: filter, y },
    sizes(info),
    tiles,
  );
  return y;
}

/** The kernel Conv2D on WebGPU. */
export const conv2d = convolutionKernel<Conv2D, Gpu>(Conv2D, computeConv2d);
