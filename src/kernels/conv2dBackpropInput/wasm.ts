import type { TensorInfo } from '@tensorflow/tfjs-core';
import type { ConvInfo } from '../conv2d/convInfo.ts';
import { convolutionKernel, type ConvolutionInputs } from '../conv2d/convolutionKernel.ts';
import { convolve, type ConvolveExports } from '../conv2d/wasm.convolve.ts';
import type { Wasm } from '../wasm/module.ts';
import { Conv2DBackpropInput } from './contract.ts';
import { phases } from './phases.ts';

/** The kernel Conv2DBackpropInput on WebAssembly. */
export const conv2dBackpropInput = convolutionKernel<Conv2DBackpropInput, Wasm<ConvolveExports>>(
  Conv2DBackpropInput,
  computeInputGradient,
);

/**
 * For each phase of the stride a convolution of dy by the phase's taps, rotated by half a turn and with
 * inputs and outputs exchanged.
 * dy [batch, outputRows, outputColumns, outputs], filter [rows, columns, inputs, outputs] → dx as the input
 */
export function computeInputGradient(
  wasm: Wasm<ConvolveExports>,
  { dy, filter }: ConvolutionInputs<Conv2DBackpropInput>,
  info: ConvInfo,
): TensorInfo {
  const { heap } = wasm;
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
  if (reached.length < pairs.length) heap.floats(dx).fill(0);
  for (const { row, column } of reached) {
    const lastTapRow = row.tap + (row.taps - 1) * strideHeight;
    const lastTapColumn = column.tap + (column.taps - 1) * strideWidth;
    convolve(wasm, {
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
