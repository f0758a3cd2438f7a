import { cut } from '../wasm/threads/inParts.ts';
import type { Convolution } from './wasm.panels.ts';

/** Multiplications that take about as long as waking another thread. */
const least = 2 ** 19;

/**
 * A convolution in parts for several threads, each with the same sums as in the whole: some pictures, or some rows
 * of output where there are few pictures. More parts than threads, since other programs may hold one of them up.
 */
export function splitConvolution(c: Convolution, threads: number): Convolution[] {
  const products =
    c.batch * c.outputRows * c.outputColumns * c.outputs * c.tapRows * c.tapColumns * c.inputs;
  if (threads === 1 || products < least) return [c];
  return c.batch >= 2 * threads ? byPictures(c, 4 * threads) : byRows(c, 2 * threads);
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
