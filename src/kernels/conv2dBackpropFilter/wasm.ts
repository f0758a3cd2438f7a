import type { TensorInfo } from '@tensorflow/tfjs-core';
import type { ConvInfo } from '../conv2d/convInfo.ts';
import { convolutionKernel, type ConvolutionInputs } from '../conv2d/convolutionKernel.ts';
import { chooseBand } from '../wasm/bands.ts';
import { align } from '../wasm/heap.ts';
import type { Export, Wasm } from '../wasm/module.ts';
import { cut, inParts } from '../wasm/threads/inParts.ts';
import { usefulThreads } from '../wasm/threads/usefulThreads.ts';
import { suitsWinograd } from '../wasm/winograd.ts';
import { Conv2DBackpropFilter } from './contract.ts';
import { winogradFilterGradient, type WinogradGradientExports } from './wasm.winograd.ts';

export interface FilterGradientExports extends WinogradGradientExports {
  filterGradient: Export<23>;
}

/** The kernel Conv2DBackpropFilter on WebAssembly. */
export const conv2dBackpropFilter = convolutionKernel<
  Conv2DBackpropFilter,
  Wasm<FilterGradientExports>
>(Conv2DBackpropFilter, computeFilterGradient);

/** x as the input, dy as the output → dFilter [rows, columns, inputs, outputs] */
export function computeFilterGradient(
  wasm: Wasm<FilterGradientExports>,
  { x, dy }: ConvolutionInputs<Conv2DBackpropFilter>,
  info: ConvInfo,
): TensorInfo {
  const { heap, threads } = wasm;
  const gradient = heap.output(info.filterShape);
  const shape = {
    batch: info.batchSize,
    inputs: info.inChannels,
    tapRows: info.filterHeight,
    tapColumns: info.filterWidth,
    rowStride: info.strideHeight,
    columnStride: info.strideWidth,
    outputRows: info.outHeight,
    outputColumns: info.outWidth,
  };
  if (info.outShape.includes(0) || info.inShape.includes(0)) {
    heap.floats(gradient).fill(0);
    return gradient;
  }
  if (suitsWinograd({ ...shape, outputs: info.outChannels })) {
    winogradFilterGradient(wasm, info, shape, { x, dy, gradient });
    return gradient;
  }
  const chosen = chooseBand(shape);
  const pixels = chosen.images * chosen.rows * info.outWidth;
  const bandBytes = align(chosen.bytes + 16); // the last block of 4 rows may read 3 values too far
  const ownBytes =
    bandBytes + align(chosen.tableBytes) + align(pixels * Math.ceil(info.outChannels / 8) * 32);
  const [own = 0] = heap.scratch(threads.count * ownBytes);
  heap.floats(gradient).fill(0);
  const parts = cut(info.outChannels, usefulThreads(threads, shape, info.outChannels), 8);
  inParts(wasm, 'filterGradient', parts, (call, { first, count }, thread) => {
    const band = own + thread * ownBytes;
    const table = band + bandBytes;
    call(
      ...[heap.address(x), shape.batch, info.inHeight, info.inWidth, shape.inputs],
      ...[heap.address(dy), shape.outputRows, shape.outputColumns, info.outChannels],
      ...[heap.address(gradient), shape.tapRows, shape.tapColumns],
      ...[shape.rowStride, shape.columnStride, info.padInfo.top, info.padInfo.left],
      ...[band, table, table + align(chosen.tableBytes), chosen.images, chosen.rows],
      ...[first, first + count],
    );
  });
  return gradient;
}
