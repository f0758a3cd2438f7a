import type { TensorInfo } from '@tensorflow/tfjs-core';
import type { ConvInfo } from '../convInfo.ts';
import { convolve } from './convolve.ts';
import type { Kernels } from './module.ts';

/**
 * The forward convolution.
 *
 * @param x float32 [batch, height, width, inputs]
 * @param filter float32 [rows, columns, inputs, outputs]
 * @returns float32 [batch, outputRows, outputColumns, outputs]
 */
export function conv2d(
  kernels: Kernels,
  info: ConvInfo,
  x: TensorInfo,
  filter: TensorInfo,
): TensorInfo {
  const { heap } = kernels;
  const y = heap.output(info.outShape);
  if (info.outShape.includes(0)) return y;
  const outputPixelBytes = info.outChannels * 4;
  convolve(kernels, {
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
