import type { TensorInfo } from '@tensorflow/tfjs-core';
import type { ConvInfo } from '../conv2d/convInfo.ts';
import type { BandShape } from '../wasm/bands.ts';
import { align } from '../wasm/heap.ts';
import type { Export, Wasm } from '../wasm/module.ts';
import { cut, inParts } from '../wasm/threads/inParts.ts';
import { usefulThreads } from '../wasm/threads/usefulThreads.ts';
import { chooseTileBand, elementStep, tileRowBytes } from '../wasm/winograd.ts';

export interface WinogradGradientExports {
  winogradFilterGradient: Export<22>;
  winogradGradientEnd: Export<3>;
}

/** The filter gradient by Winograd's algorithm F(4×4, 3×3) (Lavin and Gray 2016), written to `gradient`. */
export function winogradFilterGradient(
  wasm: Wasm<WinogradGradientExports>,
  info: ConvInfo,
  shape: BandShape,
  { x, dy, gradient }: Record<'x' | 'dy' | 'gradient', TensorInfo>,
): void {
  const { module, heap, threads } = wasm;
  const { inChannels, outChannels } = info;
  const chosen = chooseTileBand(shape);
  const elementBytes = elementStep(chosen.tiles, inChannels);
  const dyElementBytes = elementStep(chosen.tiles, outChannels);
  const workBytes = align(tileRowBytes(shape, Math.max(inChannels, outChannels)));
  const bandBytes = align(chosen.bytes);
  const ownBytes = workBytes + bandBytes + 36 * (elementBytes + dyElementBytes) + align(16);
  const [transformed = 0, own = 0] = heap.scratch(
    36 * inChannels * outChannels * 4,
    threads.count * ownBytes,
  );
  // By rows of the 6×6 elements: each element is a sum of its own over all tiles, in their order.
  const parts = cut(6, usefulThreads(threads, shape, outChannels));
  inParts(wasm, 'winogradFilterGradient', parts, (call, { first, count }, thread) => {
    const work = own + thread * ownBytes;
    const band = work + workBytes;
    const tiles = band + bandBytes;
    call(
      ...[heap.address(x), shape.batch, info.inHeight, info.inWidth, inChannels],
      ...[heap.address(dy), shape.outputRows, shape.outputColumns, outChannels],
      ...[info.padInfo.top, info.padInfo.left],
      ...[work, transformed, band, tiles, tiles + 36 * elementBytes],
      ...[chosen.images, chosen.tileRows, elementBytes, dyElementBytes],
      ...[first, first + count],
    );
  });
  module.winogradGradientEnd(transformed, heap.address(gradient), inChannels * outChannels);
}
