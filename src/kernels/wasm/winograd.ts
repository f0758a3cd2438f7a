import type { BandShape } from './bands.ts';
import type { Convolution } from './convolve.ts';
import type { Kernels } from './module.ts';

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

/** Packs the filter into panels, then convolves by Winograd's algorithm F(4×4, 3×3) (Lavin and Gray 2016). */
export function convolveByWinograd({ module, heap }: Kernels, c: Convolution): void {
  const chosen = chooseTileBand(c);
  const elementBytes = elementStep(chosen.tiles, c.inputs);
  const productBytes = elementStep(chosen.tiles, 8);
  const panelCount = Math.ceil(c.outputs / 8);
  const [panels = 0, work = 0, filter = 0, band = 0, tiles = 0, products = 0] = heap.scratch(
    panelCount * 9 * c.inputs * 32,
    Math.max(6 * 3 * c.inputs * 32, tileRowBytes(c, c.inputs)),
    panelCount * 36 * c.inputs * 32,
    chosen.bytes,
    36 * elementBytes,
    36 * productBytes,
  );
  module.packPanels(
    ...[c.filter, panels],
    ...[c.tapRows, c.tapColumns, c.inputs, c.outputs],
    ...[c.tapRowStep, c.tapColumnStep, c.inputStep, c.outputStep],
  );
  module.winogradConvolve(
    ...[c.source, c.batch, c.height, c.width, c.inputs],
    ...[panels, c.firstRow, c.firstColumn],
    ...[c.output, c.outputs, c.outputRows, c.outputColumns],
    ...[
      work,
      filter,
      band,
      tiles,
      products,
      chosen.images,
      chosen.tileRows,
      elementBytes,
      productBytes,
    ],
  );
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
