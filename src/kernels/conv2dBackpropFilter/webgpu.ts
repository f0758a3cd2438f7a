import type { TensorInfo } from '@tensorflow/tfjs-core';
import type { ConvInfo } from '../conv2d/convInfo.ts';
import { convolutionKernel, type ConvolutionInputs } from '../conv2d/convolutionKernel.ts';
import { choices, sizes } from '../conv2d/webgpu.sizes.ts';
import { dispatch } from '../webgpu/dispatch.ts';
import type { Gpu } from '../webgpu/gpu.ts';
import { sumRows } from '../webgpu/sumRows.ts';
import { output, release } from '../webgpu/tensors.ts';
import { Conv2DBackpropFilter } from './contract.ts';
import { convolveFilterGradient, factorGroups } from './webgpu.program.ts';

/** Workgroups that keep a large GPU busy. */
const workgroups = 384;

/** Outputs of a workgroup at most: about as many as factors, so that what it fetches is used often. */
const widest = 32;

/** A part of fewer pixels costs more to add up than it saves. */
const fewestPixels = 64;

/** x as the input, dy as the output → dFilter [rows, columns, inputs, outputs] */
export function computeFilterGradient(
  gpu: Gpu,
  { x, dy }: ConvolutionInputs<Conv2DBackpropFilter>,
  info: ConvInfo,
): TensorInfo {
  const program = choices(info, Math.min(info.outChannels, widest));
  const width = program[2];
  const factors = info.filterHeight * info.filterWidth * info.inChannels;
  const tilesX = Math.ceil(factors / (4 * factorGroups(width)));
  const tilesY = Math.ceil(info.outChannels / (4 * width));
  const pixels = info.batchSize * info.outHeight * info.outWidth;
  const parts = Math.ceil(Math.min(workgroups / (tilesX * tilesY), pixels / fewestPixels));
  const pixelsPerPart = Math.ceil(pixels / parts);

  const shape = parts === 1 ? info.filterShape : [parts, ...info.filterShape];
  const sums = output(gpu, shape);
  const uniforms = { ...sizes(info), pixelsPerPart };
  dispatch(gpu, convolveFilterGradient(...program), { x, dy, sums }, uniforms, [
    tilesX,
    tilesY,
    parts,
  ]);
  if (parts === 1) return sums;
  const dFilter = sumRows(gpu, sums, parts, info.filterShape);
  release(gpu, sums);
  return dFilter;
}

/** The kernel Conv2DBackpropFilter on WebGPU. */
export const conv2dBackpropFilter = convolutionKernel<Conv2DBackpropFilter, Gpu>(
  Conv2DBackpropFilter,
  computeFilterGradient,
);
