import type { TensorInfo } from '@tensorflow/tfjs-core';
import type { ConvInfo } from '../convInfo.ts';
import { convolve } from './convolve.ts';
import type { Kernels } from './module.ts';
import { phases } from './phases.ts';

/**
 * The gradient with respect to the input: for each phase of the stride a convolution of dy by the
 * phase's taps, rotated by half a turn and with inputs and outputs exchanged.
 *
 * @param dy float32 [batch, outputRows, outputColumns, outputs]
 * @param filter float32 [rows, columns, inputs, outputs]
 * @returns float32 [batch, height, width, inputs]
 */
export function conv2dBackpropInput(
  kernels: Kernels,
  info: ConvInfo,
  dy: TensorInfo,
  filter: TensorInfo,
): TensorInfo {
  const { module, heap } = kernels;
  const dx = heap.output(info.inShape);
  if (info.inShape.includes(0)) return dx;
  const { strideHeight, strideWidth, inChannels, outChannels } = info;
  const pixelBytes = inChannels * 4;
  const tapBytes = inChannels * outChannels * 4;
  const rows = phases(info.inHeight, info.filterHeight, strideHeight, info.padInfo.top);
  const columns = phases(info.inWidth, info.filterWidth, strideWidth, info.padInfo.left);
  const pairs = rows.flatMap((row) => columns.map((column) => ({ row, column })));
  const reached = info.outShape.includes(0)
    ? []
    : pairs.filter(({ row, column }) => row.taps > 0 && column.taps > 0);
  if (reached.length < pairs.length) {
    module.zeroFloats(heap.address(dx), info.batchSize * info.inHeight * info.inWidth * pixelBytes);
  }
  for (const { row, column } of reached) {
    const lastTapRow = row.tap + (row.taps - 1) * strideHeight;
    const lastTapColumn = column.tap + (column.taps - 1) * strideWidth;
    convolve(kernels, {
      source: heap.address(dy),
      batch: info.batchSize,
      height: info.outHeight,
      width: info.outWidth,
      inputs: outChannels,
      firstRow: row.source,
      firstColumn: column.source,
      rowStride: 1,
      columnStride: 1,
      filter: heap.address(filter) + (lastTapRow * info.filterWidth + lastTapColumn) * tapBytes,
      tapRows: row.taps,
      tapColumns: column.taps,
      tapRowStep: -strideHeight * info.filterWidth * tapBytes,
      tapColumnStep: -strideWidth * tapBytes,
      inputStep: 4,
      outputStep: outChannels * 4,
      output: heap.address(dx) + (row.first * info.inWidth + column.first) * pixelBytes,
      outputs: inChannels,
      outputRows: row.count,
      outputColumns: column.count,
      outputImageBytes: info.inHeight * info.inWidth * pixelBytes,
      outputRowBytes: strideHeight * info.inWidth * pixelBytes,
      outputColumnBytes: strideWidth * pixelBytes,
    });
  }
  return dx;
}
