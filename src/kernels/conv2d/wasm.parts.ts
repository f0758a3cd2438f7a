import { cut } from '../wasm/threads/inParts.ts';
import type { Threads } from '../wasm/module.ts';
import { usefulThreads } from '../wasm/threads/usefulThreads.ts';
import type { Convolution } from './wasm.panels.ts';

/** Pixels of the output that are worth a part of their own. */
const leastPixels = 512;

/**
 * A convolution in parts for several threads, each with the same sums as in the whole: some pictures, or some rows
 * of output where there are few pictures. More parts than threads, since other programs may hold one of them up.
 */
export function splitConvolution(c: Convolution, threads: Threads): Convolution[] {
  const count = usefulThreads(threads, c, c.outputs);
  if (count === 1) return [c];
  return c.batch >= 2 * count ? byPictures(c, partsOf(c, count)) : byRows(c, 2 * count);
}

/** In how many parts pictures are computed: small ones end together, smaller ones take longer to hand out. */
function partsOf({ batch, outputRows, outputColumns }: Convolution, count: number): number {
  const parts = Math.floor((batch * outputRows * outputColumns) / leastPixels);
  return Math.min(Math.max(parts, 4 * count), 8 * count);
}

function byPictures(c: Convolution, parts: number): Convolution[] {
  const pictureBytes = c.height * c.width * c.inputs * 4;
  return cut(c.batch, parts).map(({ first, count }) => ({
    ...c,
    batch: count,
    source: c.source + first * pictureBytes,
    output: c.output + first * c.outputImageBytes,
  }));
}

function byRows(c: Convolution, parts: number): Convolution[] {
  // Rows of Winograd's tiles, which then lie where they do in the whole.
  return cut(c.outputRows, parts, 4).map(({ first, count }) => ({
    ...c,
    firstRow: c.firstRow + first * c.rowStride,
    outputRows: count,
    output: c.output + first * c.outputRowBytes,
  }));
}
