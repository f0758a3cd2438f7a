import type { TensorInfo } from '@tensorflow/tfjs-core';
import type { ConvInfo } from '../conv2d/convInfo.ts';
import type { BandShape } from '../wasm/bands.ts';
import { align } from '../wasm/heap.ts';
import type { Export, Wasm } from '../wasm/module.ts';
import { cut, inParts, type Run } from '../wasm/threads/inParts.ts';
import { usefulThreads } from '../wasm/threads/usefulThreads.ts';
import { chooseTileBand, elementStep, tileRowBytes } from '../wasm/winograd.ts';

export interface WinogradGradientExports {
  winogradFilterGradient: Export<23>;
  addWinogradSums: Export<6>;
  winogradGradientEnd: Export<3>;
}

/** How much of bands' sums is kept at a time: less takes more turns, more falls out of the caches. */
const keptBytes = 4 * 2 ** 20;
/** Short runs of bands in a thread's share: one of them evens out who was slower. */
const runsInShare = 8;

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
  const turn = count === 1 ? bands : turnOf(keptBytes / sumBytes, count);
  const most = runsOf(Math.min(turn, bands), count);
  const [total = 0, own = 0, sums = 0] = heap.scratch(
    sumBytes,
    threads.count * ownBytes,
    countKept(most) * sumBytes,
  );
  for (let begun = 0; begun < bands; begun += turn) {
    const length = Math.min(turn, bands - begun);
    const runs = runsOf(length, count);
    const kept = countKept(runs);
    const added = length - kept;
    inParts(wasm, 'winogradFilterGradient', runs, (call, run, thread) => {
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
    if (kept === 0) continue;
    inParts(wasm, 'addWinogradSums', cut(sumBytes, count, 64), (call, run) =>
      call(total, sums, kept, sumBytes, run.first, run.first + run.count),
    );
  }
  module.winogradGradientEnd(total, heap.address(gradient), inChannels * outChannels);
}

/**
 * Bands in runs for several threads. A band's sum is added to those of the bands before it: so the first run, which
 * takes most of a thread's share, is added up at once, and the others' sums are kept until all before them are done.
 * Those runs are short, so that threads end together.
 */
function runsOf(bands: number, threads: number): Run[] {
  if (threads === 1) return [{ first: 0, count: bands }];
  const short = Math.ceil(bands / threads / runsInShare);
  const added = Math.max(1, Math.ceil(bands / threads) - short);
  const others = cut(bands - added, Math.ceil((bands - added) / short));
  return [
    { first: 0, count: added },
    ...others.map(({ first, count }) => ({ first: first + added, count })),
  ];
}

function countKept([, ...others]: Run[]): number {
  return others.reduce((sum, { count }) => sum + count, 0);
}

/** After how many bands so many kept sums, or one more, are added up. */
function turnOf(kept: number, threads: number): number {
  return Math.max(
    threads,
    Math.floor((kept * runsInShare * threads) / (runsInShare * (threads - 1) + 1)),
  );
}
