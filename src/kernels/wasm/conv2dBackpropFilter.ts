import type { TensorInfo } from '@tensorflow/tfjs-core';
import { chooseBand, type BandShape } from './bands.ts';
import type { ConvInfo } from '../convInfo.ts';
import type { Kernels } from './module.ts';
import { chooseTileBand, elementStep, suitsWinograd, tileRowBytes } from './winograd.ts';

/**
 * The gradient with respect to the filter.
 *
 * @param x float32 [batch, height, width, inputs]
 * @param dy float32 [batch, outputRows, outputColumns, outputs]
 * @returns float32 [rows, columns, inputs, outputs]
 */
export function conv2dBackpropFilter(
  kernels: Kernels,
  info: ConvInfo,
  x: TensorInfo,
  dy: TensorInfo,
): TensorInfo {
  const { module, heap } = kernels;
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
    module.zeroFloats(heap.address(gradient), info.filterShape.reduce((a, b) => a * b) * 4);
    return gradient;
  }
  if (suitsWinograd({ ...shape, outputs: info.outChannels })) {
    winogradGradient(
      kernels,
      info,
      shape,
      heap.address(x),
      heap.address(dy),
      heap.address(gradient),
    );
    return gradient;
  }
  const chosen = chooseBand(shape);
  const pixels = chosen.images * chosen.rows * info.outWidth;
  const [band = 0, table = 0, dyBand = 0] = heap.scratch(
    chosen.bytes + 16, // the last block of 4 rows may read 3 values too far
    chosen.tableBytes,
    pixels * Math.ceil(info.outChannels / 8) * 32,
  );
  module.filterGradient(
    ...[heap.address(x), shape.batch, info.inHeight, info.inWidth, shape.inputs],
    ...[heap.address(dy), shape.outputRows, shape.outputColumns, info.outChannels],
    ...[heap.address(gradient), shape.tapRows, shape.tapColumns],
    ...[shape.rowStride, shape.columnStride, info.padInfo.top, info.padInfo.left],
    ...[band, table, dyBand, chosen.images, chosen.rows],
  );
  return gradient;
}

function winogradGradient(
  { module, heap }: Kernels,
  info: ConvInfo,
  shape: BandShape,
  x: number,
  dy: number,
  gradient: number,
): void {
  const chosen = chooseTileBand(shape);
  const elementBytes = elementStep(chosen.tiles, info.inChannels);
  const dyElementBytes = elementStep(chosen.tiles, info.outChannels);
  const [work = 0, transformedGradient = 0, band = 0, tiles = 0, dyTiles = 0] = heap.scratch(
    tileRowBytes(shape, Math.max(info.inChannels, info.outChannels)),
    36 * info.inChannels * info.outChannels * 4,
    chosen.bytes,
    36 * elementBytes,
    36 * dyElementBytes + 16,
  );
  module.winogradFilterGradient(
    ...[x, shape.batch, info.inHeight, info.inWidth, shape.inputs],
    ...[dy, shape.outputRows, shape.outputColumns, info.outChannels],
    ...[gradient, info.padInfo.top, info.padInfo.left],
    ...[work, transformedGradient, band, tiles, dyTiles],
    ...[chosen.images, chosen.tileRows, elementBytes, dyElementBytes],
  );
}
