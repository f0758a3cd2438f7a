import type { TensorInfo } from '@tensorflow/tfjs-core';
import type { ConvInfo } from '../convInfo.ts';
import { convolve } from './convolve.program.ts';
import { convolveFilterGradient, sumFilterGradient } from './convolveFilterGradient.program.ts';
import { convolveInputGradient } from './convolveInputGradient.program.ts';
import type { Gpu } from './gpu.ts';
import { run } from './program.ts';
import { createTexels, lanesOf, withTexels } from './texels.ts';

/** x [batch, height, width, inputs], filter [rows, columns, inputs, outputs] → [batch, …, outputs] */
export function conv2d(gpu: Gpu, info: ConvInfo, x: TensorInfo, filter: TensorInfo): TensorInfo {
  return withTexels(gpu, [x, filter], (x, taps) => {
    const y = createTexels(gpu, info.outShape, taps.lanes);
    run(gpu, convolve(...choices(info)), { x, taps }, [y], sizes(info));
    return y;
  });
}

/** dy as the output, filter [rows, columns, inputs, outputs] → dx as the input */
export function conv2dBackpropInput(
  gpu: Gpu,
  info: ConvInfo,
  dy: TensorInfo,
  filter: TensorInfo,
): TensorInfo {
  return withTexels(gpu, [dy, filter], (dy, taps) => {
    const dx = createTexels(gpu, info.inShape, lanesOf(info.inChannels));
    run(gpu, convolveInputGradient(...choices(info)), { dy, taps }, [dx], sizes(info));
    return dx;
  });
}

/** Fragments that keep a GPU busy, when there is work for as many. */
const fragments = 16_384;

/** x as the input, dy as the output → dFilter [rows, columns, inputs, outputs] */
export function conv2dBackpropFilter(
  gpu: Gpu,
  info: ConvInfo,
  x: TensorInfo,
  dy: TensorInfo,
): TensorInfo {
  return withTexels(gpu, [x, dy], (x, dy) => {
    const { inGroups, outGroups } = sizes(info);
    const lines = info.batchSize * info.outHeight;
    const blocks = info.filterHeight * info.filterWidth * inGroups * outGroups;
    const wanted = Math.min(lines, Math.ceil(fragments / blocks));
    const linesPerPart = Math.ceil(lines / wanted);
    const parts = Math.ceil(lines / linesPerPart);

    const partial = Array.from({ length: x.lanes }, () =>
      createTexels(gpu, [parts, blocks * dy.lanes], dy.lanes),
    );
    const program = convolveFilterGradient(...choices(info));
    run(gpu, program, { x, dy }, partial, { ...sizes(info), lines, linesPerPart });

    const dFilter = createTexels(gpu, info.filterShape, dy.lanes);
    const inputs = Object.fromEntries(partial.map((texels, lane) => [`parts${lane}`, texels]));
    const sum = sumFilterGradient(x.lanes, dy.lanes);
    run(gpu, sum, inputs, [dFilter], { parts, blocks, outGroups });
    for (const texels of partial) gpu.backend.disposeIntermediateTensorInfo(texels);
    return dFilter;
  });
}

/** What the three programs are written for. */
function choices(info: ConvInfo) {
  const { inChannels, outChannels, filterHeight, filterWidth, strideHeight, strideWidth } = info;
  return [
    lanesOf(inChannels),
    lanesOf(outChannels),
    [filterHeight, filterWidth],
    [strideHeight, strideWidth],
  ] as const;
}

/** Their uniforms; a group is as many channels as a texel holds. */
function sizes(info: ConvInfo) {
  const { inHeight, inWidth, inChannels, outHeight, outWidth, outChannels, padInfo } = info;
  return {
    height: inHeight,
    width: inWidth,
    inGroups: inChannels / lanesOf(inChannels),
    outHeight,
    outWidth,
    outGroups: outChannels / lanesOf(outChannels),
    top: padInfo.top,
    left: padInfo.left,
  };
}
