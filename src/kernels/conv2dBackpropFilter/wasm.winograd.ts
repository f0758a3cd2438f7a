import type { TensorInfo } from '@tensorflow/tfjs-core';
import type { ConvInfo } from '../conv2d/convInfo.ts';
import type { BandShape } from '../wasm/bands.ts';
import type { Export, Wasm } from '../wasm/module.ts';
import { chooseTileBand, elementStep, tileRowBytes } from '../wasm/winograd.ts';

export interface WinogradGradientExports {
  winogradFilterGradient: Export<21>;
}

/** The filter gradient by Winograd's algorithm F(4×4, 3×3) (Lavin and Gray 2016), written to `gradient`. */
export function winogradFilterGradient(
  { module, heap }: Wasm<WinogradGradientExports>,
  info: ConvInfo,
  shape: BandShape,
  { x, dy, gradient }: Record<'x' | 'dy' | 'gradient', TensorInfo>,
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
    ...[heap.address(x), shape.batch, info.inHeight, info.inWidth, shape.inputs],
    ...[heap.address(dy), shape.outputRows, shape.outputColumns, info.outChannels],
    ...[heap.address(gradient), info.padInfo.top, info.padInfo.left],
    ...[work, transformedGradient, band, tiles, dyTiles],
    ...[chosen.images, chosen.tileRows, elementBytes, dyElementBytes],
  );
}
