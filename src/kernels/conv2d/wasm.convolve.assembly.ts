import { copyBand, tabulatePixels } from '../wasm/assembly/band';
import { Block } from '../wasm/assembly/blocks';

/**
 * A direct convolution, padding and stride included: output [n, i, j, :] is the sum over taps (r, s)
 * of source [n, firstRow + i·rowStride + r, firstColumn + j·columnStride + s, :] times the tap's
 * matrix; what lies outside the source counts as zero. Steps are in bytes, so the output may be every
 * second pixel of a picture, as the input gradient of a strided convolution needs.
 *
 * @param source float32 [batch, height, width, inputs]
 * @param panels the filter as packPanels leaves it
 * @param output float32, its outputRows × outputColumns pixels of `outputs` channels are written
 * @param band scratch for bandImages · ((bandRows − 1)·rowStride + tapRows) source rows with padding
 * @param table scratch, 8 bytes for each output pixel of a band
 * @param bandRows output rows a band makes; with bandImages > 1 all of a picture's
 */
export function convolve(
  source: usize,
  batch: i32,
  height: i32,
  width: i32,
  inputs: i32,
  panels: usize,
  tapRows: i32,
  tapColumns: i32,
  rowStride: i32,
  columnStride: i32,
  firstRow: i32,
  firstColumn: i32,
  output: usize,
  outputs: i32,
  outputRows: i32,
  outputColumns: i32,
  outputImageBytes: i32,
  outputRowBytes: i32,
  outputColumnBytes: i32,
  band: usize,
  table: usize,
  bandImages: i32,
  bandRows: i32,
): void {
  const pixelBytes = inputs * 4;
  const windowRows = (bandRows - 1) * rowStride + tapRows;
  const windowColumns = (outputColumns - 1) * columnStride + tapColumns;
  const windowRowBytes = windowColumns * pixelBytes;
  const windowImageBytes = windowRows * windowRowBytes;
  const run = tapColumns * inputs;
  const panelBytes = tapRows * run * 32;
  tabulatePixels(
    table,
    bandImages,
    bandRows,
    outputColumns,
    windowImageBytes,
    rowStride * windowRowBytes,
    columnStride * pixelBytes,
    outputImageBytes,
    outputRowBytes,
    outputColumnBytes,
  );
  for (let image = 0; image < batch; image += bandImages) {
    const images = min(bandImages, batch - image);
    for (let row = 0; row < outputRows; row += bandRows) {
      const rows = min(bandRows, outputRows - row);
      copyBand(
        source + image * height * width * pixelBytes,
        images,
        height,
        width,
        pixelBytes,
        firstRow + row * rowStride,
        (rows - 1) * rowStride + tapRows,
        firstColumn,
        windowColumns,
        band,
        windowImageBytes,
      );
      const target = output + image * outputImageBytes + row * outputRowBytes;
      const last = images * rows * outputColumns - 1;
      let panel = panels;
      for (let channel = 0; channel < outputs; channel += 8) {
        const to = target + channel * 4;
        for (let pixel = 0; pixel <= last; pixel += 4) {
          // Past the end the last pixel is computed again: the same value to the same place.
          const e0 = table + pixel * 8;
          const e1 = table + min(pixel + 1, last) * 8;
          const e2 = table + min(pixel + 2, last) * 8;
          const e3 = table + min(pixel + 3, last) * 8;
          Block.multiply(
            band + load<u32>(e0),
            band + load<u32>(e1),
            band + load<u32>(e2),
            band + load<u32>(e3),
            panel,
            run,
            tapRows,
            windowRowBytes - run * 4,
            to + load<u32>(e0, 4),
            to + load<u32>(e1, 4),
            to + load<u32>(e2, 4),
            to + load<u32>(e3, 4),
            outputs - channel,
          );
        }
        panel += panelBytes;
      }
    }
  }
}
