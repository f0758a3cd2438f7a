import type { BandShape } from './bands.ts';

/** How many pictures or rows of 4×4 output tiles Winograd's algorithm transforms at a time. */
export interface TileBand {
  images: number;
  tileRows: number;
  /** Tiles in all, rounded up to a multiple of 4. */
  tiles: number;
  /** Size of one picture's rows of the input, padding included. */
  bytes: number;
}

/** Values of one of the 36 elements of the transformed tiles: with the products, they fit a second-level cache of 256 kB. */
const target = 512;

export function chooseTileBand(shape: BandShape): TileBand {
  const tileColumns = Math.ceil(shape.outputColumns / 4);
  const allRows = Math.ceil(shape.outputRows / 4);
  const limit = Math.max(16, Math.floor(target / shape.inputs));
  const rows = Math.min(allRows, Math.max(1, Math.floor(limit / tileColumns)));
  const tileRows = Math.ceil(allRows / Math.ceil(allRows / rows));
  const fitting = Math.max(1, Math.floor(limit / (allRows * tileColumns)));
  const images = tileRows === allRows ? Math.min(shape.batch, fitting) : 1;
  return {
    images,
    tileRows,
    tiles: Math.ceil((images * tileRows * tileColumns) / 4) * 4,
    bytes: (tileRows * 4 + 2) * (tileColumns * 4 + 2) * shape.inputs * 4,
  };
}

/** Whether Winograd's algorithm computes this convolution, and pays. */
export function suitsWinograd(shape: BandShape & { outputs: number }): boolean {
  const { tapRows, tapColumns, rowStride, columnStride, inputs, outputs } = shape;
  const isThreeByThree = tapRows === 3 && tapColumns === 3;
  const isWholeVectors = inputs % 4 === 0 && outputs % 4 === 0;
  return (
    isThreeByThree &&
    rowStride === 1 &&
    columnStride === 1 &&
    isWholeVectors &&
    inputs >= minInputs &&
    fillsTiles(shape)
  );
}

/** With fewer, the products of a tile are too short to make up for the transforms. */
const minInputs = 8;

/** Whether at least a third of the tiles' pixels lies in the output; a plain convolution computes no others. */
function fillsTiles({ outputRows, outputColumns }: BandShape): boolean {
  const tiles = Math.ceil(outputRows / 4) * Math.ceil(outputColumns / 4);
  return outputRows * outputColumns * 3 >= tiles * 16;
}

/**
 * Bytes from one element of the transformed tiles to the next: an odd number of cache lines. All 36
 * are read or written together, and at a power of two they would fall into one set of the cache.
 */
export function elementStep(tiles: number, channels: number): number {
  return (Math.ceil((tiles * channels * 4) / 64) | 1) * 64;
}

/** Size of a row of tiles of so many channels, padding included. */
export function tileRowBytes({ outputColumns }: BandShape, channels: number): number {
  return 6 * (Math.ceil(outputColumns / 4) * 4 + 2) * channels * 4;
}
