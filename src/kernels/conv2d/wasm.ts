import type { TensorInfo } from '@tensorflow/tfjs-core';
import type { Wasm } from '../wasm/module.ts';
import { Conv2D } from './contract.ts';
import type { ConvInfo } from './convInfo.ts';
import { convolutionKernel, type ConvolutionInputs } from './convolutionKernel.ts';
import { convolve, type ConvolveExports } from './wasm.convolve.ts';

/** The kernel Conv2D on WebAssembly. */
export const conv2d = convolutionKernel<Conv2D, Wasm<ConvolveExports>>(
  Conv2D,
  computeConv2d,
  isBoundByFilter,
);

/** x [batch, height, width, inputs], filter [rows, columns, inputs, outputs] → [batch, …, outputs] */
export function computeConv2d(
  wasm: Wasm<ConvolveExports>,
  { x, filter }: ConvolutionInputs<Conv2D>,
  info: ConvInfo,
): TensorInfo {
  const { heap } = wasm;
  const y = heap.output(info.outShape);
  if (info.outShape.includes(0)) return y;
  const outputPixelBytes = info.outChannels * 4;
  convolve(wasm, {
    source: heap.address(x),
    batch: info.batchSize,
    height: info.inHeight,
    width: info.inWidth,
    inputs: info.inChannels,
    firstRow: -info.padInfo.top,
    firstColumn: -info.padInfo.left,
    rowStride: info.strideHeight,
    columnStride: info.strideWidth,
    filter: heap.address(filter),
    tapRows: info.filterHeight,
    tapColumns: info.filterWidth,
    tapRowStep: info.filterWidth * info.inChannels * outputPixelBytes,
    tapColumnStep: info.inChannels * outputPixelBytes,
    inputStep: outputPixelBytes,
    outputStep: 4,
    output: heap.address(y),
    outputs: info.outChannels,
    outputRows: info.outHeight,
    outputColumns: info.outWidth,
    outputImageBytes: info.outHeight * info.outWidth * outputPixelBytes,
    outputRowBytes: info.outWidth * outputPixelBytes,
    outputColumnBytes: outputPixelBytes,
  });
  return y;
}

/**
 * Whether so large a filter meets so few pixels that packing it on every call takes longer than the
 * convolution, as at the end of a ResNet-34 on a single picture. TensorFlow.js's own keeps filters packed.
 */
function isBoundByFilter({ batchSize, outHeight, outWidth, inChannels, outChannels }: ConvInfo) {
  return batchSize * outHeight * outWidth < 128 && inChannels * outChannels > 2 ** 17;
}
