import type { TensorInfo } from '@tensorflow/tfjs-core';
import type { ConvInfo } from '../convInfo.ts';
import { convolve } from './convolve.program.ts';
import { convolveFilterGradient, sumFilterGradient } from './convolveFilterGradient.program.ts';
import { convolveInputGradient } from './convolveInputGradient.program.ts';
import type { Gpu } from './gpu.ts';
import { joinPictures, splitPictures } from './pictures.ts';
import { run } from './program.ts';
import { createTexels, lanesOf, withTexels } from './texels.ts';

/** x [batch, height, width, inputs], filter [rows, columns, inputs, outputs] → [batch, …, outputs] */
export function conv2d(gpu: Gpu, info: ConvInfo, x: TensorInfo, filter: TensorInfo): TensorInfo {
  return withTexels(gpu, [x, filter], (x, taps) => {
    const y = createTexels(gpu, info.outShape, taps.lanes);
    const targets = splitPictures(gpu, y, info.batchSize);
    const program = convolve(...choices(info), targets.length);
    const apart = x.count / targets.length;
    run(gpu, program, { x, taps }, targets, { ...sizes(info), apart });
    joinPictures(gpu, targets, y);
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
    const targets = splitPictures(gpu, dx, info.batchSize);
    const program = convolveInputGradient(...choices(info), targets.length);
    const apart = dy.count / targets.length;
    run(gpu, program, { dy, taps }, targets, { ...sizes(info), apart });
    joinPictures(gpu, targets, dx);
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
    const wide = outGroups % 2 === 0 && 2 * x.lanes <= gpu.maxTargets ? 2 : 1;
    const blocks = info.filterHeight * info.filterWidth * inGroups * (outGroups / wide);
    const rows = info.batchSize * info.outHeight;
    const rowsPerPart = Math.ceil(rows / Math.min(rows, Math.ceil(fragments / blocks)));
    const parts = Math.ceil(rows / rowsPerPart);

    const partial = Array.from({ length: x.lanes * wide }, () =>
      createTexels(gpu, [parts, blocks * dy.lanes], dy.lanes),
    );
    const program = convolveFilterGradient(...choices(info), wide);
    run(gpu, program, { x, dy }, partial, { ...sizes(info), rows, rowsPerPart });

    const dFilter = createTexels(gpu, info.filterShape, dy.lanes);
    const inputs = Object.fromEntries(partial.map((texels, target) => [`parts${target}`, texels]));
    const sum = sumFilterGradient(x.lanes, dy.lanes, wide);
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
