import { copyWindow } from './band';
import {
  filterGradientLines,
  filterLines,
  inputLines,
  outputGradientLines,
  outputLines,
} from './winogradLines';

/**
 * Bᵀ d B of a row of tiles.
 *
 * @param window float32 [6, 4 · tiles + 2, channels], channels a multiple of 4
 * @param work scratch of that size
 * @param transformed element 0 of the first tile, tiles together; elements `elementBytes` apart
 */
function transformInput(
  window: usize,
  pixelBytes: i32,
  tiles: i32,
  work: usize,
  transformed: usize,
  elementBytes: i32,
): void {
  const rowBytes = (tiles * 4 + 2) * pixelBytes;
  inputLines(window, rowBytes, 0, work, rowBytes, 0, rowBytes, 1);
  for (let row = 0; row < 6; row++) {
    inputLines(
      work + row * rowBytes,
      pixelBytes,
      4 * pixelBytes,
      transformed + row * 6 * elementBytes,
      elementBytes,
      pixelBytes,
      pixelBytes,
      tiles,
    );
  }
}

/**
 * Bᵀ d B of a band: rows of tiles of some pictures, which follow each other at `pictures`.
 *
 * @param firstRow row of the picture at the first tile's top; may be negative, as may firstColumn
 * @param band scratch for 4 · tileRows + 2 padded rows
 * @param work scratch for 6 such rows
 * @param transformed element 0 of the first tile, tiles together; elements `elementBytes` apart
 */
export function transformBand(
  pictures: usize,
  images: i32,
  height: i32,
  width: i32,
  pixelBytes: i32,
  firstRow: i32,
  tileRows: i32,
  firstColumn: i32,
  tileColumns: i32,
  band: usize,
  work: usize,
  transformed: usize,
  elementBytes: i32,
): void {
  const rows = tileRows * 4 + 2;
  const columns = tileColumns * 4 + 2;
  for (; images > 0; images--) {
    copyWindow(pictures, height, width, pixelBytes, firstRow, rows, firstColumn, columns, band);
    for (let tileRow = 0; tileRow < tileRows; tileRow++) {
      const window = band + tileRow * 4 * columns * pixelBytes;
      transformInput(window, pixelBytes, tileColumns, work, transformed, elementBytes);
      transformed += tileColumns * pixelBytes;
    }
    pictures += height * width * pixelBytes;
  }
}

/**
 * G g Gᵀ of a packed filter.
 *
 * @param panels float32 [panelCount, 3, 3, inputs, 8], as packPanels leaves them
 * @param work scratch for [6, 3, inputs, 8]
 * @param transformed float32 [panelCount, 36, inputs, 8], written
 */
export function transformFilter(
  panels: usize,
  panelCount: i32,
  inputs: i32,
  work: usize,
  transformed: usize,
): void {
  const tapBytes = inputs * 32;
  for (; panelCount > 0; panelCount--) {
    filterLines(panels, 3 * tapBytes, work, 3 * tapBytes, 3 * tapBytes);
    for (let row = 0; row < 6; row++) {
      filterLines(work + row * 3 * tapBytes, tapBytes, transformed, tapBytes, tapBytes);
      transformed += 6 * tapBytes;
    }
    panels += 9 * tapBytes;
  }
}

/**
 * Aᵀ m of all tiles of a band: the first half of the output transform, in place.
 *
 * @param products float32, 36 elements of any number of tiles, `elementBytes` apart
 */
export function foldProducts(products: usize, elementBytes: i32): void {
  const rowBytes = 6 * elementBytes;
  outputLines(products, rowBytes, 0, products, rowBytes, 0, 4, rowBytes, 1);
}

/**
 * (Aᵀ m) A of a row of tiles: the second half.
 *
 * @param products element 0 of the first tile, as foldProducts left it, 8 channels a tile
 * @param output float32, the first tile's first pixel
 * @param rows how many rows the output has from there on, and so for columns; no others are written
 * @param channelBytes 32, or 16 if the output ends after 4 channels
 */
export function transformOutput(
  products: usize,
  elementBytes: i32,
  output: usize,
  rowBytes: i32,
  pixelBytes: i32,
  rows: i32,
  columns: i32,
  channelBytes: i32,
): void {
  const tiles = columns >> 2;
  const rest = columns & 3;
  const tileBytes = 4 * pixelBytes;
  for (let row = 0; row < min(rows, 4); row++) {
    outputLines(products, elementBytes, 32, output, pixelBytes, tileBytes, 4, channelBytes, tiles);
    if (rest > 0) {
      const from = products + tiles * 32;
      const to = output + tiles * tileBytes;
      outputLines(from, elementBytes, 0, to, pixelBytes, 0, rest, channelBytes, 1);
    }
    products += 6 * elementBytes;
    output += rowBytes;
  }
}

/**
 * A dy Aᵀ of a row of tiles.
 *
 * @param dy float32 [rows, columns, channels], channels a multiple of 4; of rows 4 at most count
 * @param work scratch for 6 such rows
 * @param transformed element 0 of the first tile, tiles together; elements `elementBytes` apart
 */
export function transformOutputGradient(
  dy: usize,
  rows: i32,
  columns: i32,
  pixelBytes: i32,
  work: usize,
  transformed: usize,
  elementBytes: i32,
): void {
  const rowBytes = columns * pixelBytes;
  const tiles = columns >> 2;
  const rest = columns & 3;
  const tileBytes = 4 * pixelBytes;
  outputGradientLines(dy, rowBytes, 0, rows, work, rowBytes, 0, rowBytes, 1);
  for (let row = 0; row < 6; row++) {
    const to = transformed + row * 6 * elementBytes;
    outputGradientLines(
      work,
      pixelBytes,
      tileBytes,
      4,
      to,
      elementBytes,
      pixelBytes,
      pixelBytes,
      tiles,
    );
    if (rest > 0) {
      const last = work + tiles * tileBytes;
      const lastTo = to + tiles * pixelBytes;
      outputGradientLines(last, pixelBytes, 0, rest, lastTo, elementBytes, 0, pixelBytes, 1);
    }
    work += rowBytes;
  }
}

/**
 * Gᵀ u G: the filter gradient from its transform.
 *
 * @param transformed float32 [36, weights], overwritten on the way
 * @param gradient float32 [3, 3, weights], written
 * @param tapBytes weights · 4, weights a multiple of 4
 */
export function transformFilterGradient(transformed: usize, gradient: usize, tapBytes: i32): void {
  const rowBytes = 6 * tapBytes;
  filterGradientLines(transformed, rowBytes, transformed, rowBytes, rowBytes);
  for (let row = 0; row < 3; row++) {
    const from = transformed + row * rowBytes;
    filterGradientLines(from, tapBytes, gradient + row * 3 * tapBytes, tapBytes, tapBytes);
  }
}
