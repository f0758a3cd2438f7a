import type { TensorInfo } from '@tensorflow/tfjs-core';
import type { ConvInfo } from '../conv2d/convInfo.ts';
import type { BandShape } from '../wasm/bands.ts';
import { align } from '../wasm/heap.ts';
import type { Export, Wasm } from '../wasm/module.ts';
import { cut, inParts } from '../wasm/threads/inParts.ts';
import { usefulThreads } from '../wasm/threads/usefulThreads.ts';
import { chooseTileBand, elementStep, tileRowBytes } from '../wasm/winograd.ts';

export interface WinogradGradientExports {
  winogradFilterGradient: Export<23>;
  addWinogradSums: Export<6>;
  winogradGradientEnd: Export<3>;
}

/** How much of bands' sums is kept at a time: less takes more turns, more falls out of the caches. */
const keptBytes = 4 * 2 ** 20;

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
  const sumBytes = 36 * inChannels * outChannels * 4;
  const bands =
    Math.ceil(shape.batch / chosen.images) * Math.ceil(shape.outputRows / (chosen.tileRows * 4));
  const count = usefulThreads(threads, shape, outChannels);
  const kept = count === 1 ? 0 : Math.max(1, Math.floor(keptBytes / (count - 1) / sumBytes));
  const [total = 0, own = 0, sums = 0] = heap.scratch(
    sumBytes,
    threads.count * ownBytes,
    (count - 1) * kept * sumBytes,
  );
  // A band's sum is added to those of the bands before it. So the first run of bands is added up at once, and the
  // others' sums are kept until all before them are done.
  const turn = count === 1 ? bands : count * kept;
  for (let begun = 0; begun < bands; begun += turn) {
    const length = Math.min(turn, bands - begun);
    const added = Math.ceil(length / count);
    inParts(wasm, 'winogradFilterGradient', cut(length, count), (call, run, thread) => {
      const work = own + thread * ownBytes;
      const band = work + workBytes;
      const tiles = band + bandBytes;
      const from = begun + run.first;
      const isKept = run.first >= added;
      call(
        ...[heap.address(x), info.inHeight, info.inWidth, inChannels],
        ...[heap.address(dy), shape.batch, shape.outputRows, shape.outputColumns, outChannels],
        ...[info.padInfo.top, info.padInfo.left],
        ...[work, band, tiles, tiles + 36 * elementBytes],
        ...[chosen.images, chosen.tileRows, elementBytes, dyElementBytes],
        ...[from, from + run.count],
        isKept ? sums + (run.first - added) * sumBytes : total,
        isKept ? sumBytes : 0,
      );
    });
    if (added === length) continue;
    inParts(wasm, 'addWinogradSums', cut(sumBytes, count, 64), (call, run) =>
      call(total, sums, length - added, sumBytes, run.first, run.first + run.count),
    );
  }
  module.winogradGradientEnd(total, heap.address(gradient), inChannels * outChannels);
}
