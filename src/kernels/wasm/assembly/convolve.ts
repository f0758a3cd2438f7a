import { copyWindow, tabulatePixels } from './band';
import { storeLanes } from './floats';

/**
 * Four output pixels times eight output channels: the register block everything else feeds.
 * 8 accumulators, 2 panel vectors, a splat and a product are 12 of the 15 vector registers V8
 * hands out on x64; 5 × 8 and 6 × 8 spill and run at half the speed.
 *
 * @param p0 window of the first pixel, p1 … p3 of the next; float32, `taps` runs of `run` values
 * @param panel float32 [taps · run, 8]
 * @param skip bytes from the end of one run to the start of the next
 * @param t0 output of the first pixel, t1 … t3 of the next; `channels` floats each
 */
function block4x8(
  p0: usize,
  p1: usize,
  p2: usize,
  p3: usize,
  panel: usize,
  run: i32,
  taps: i32,
  skip: i32,
  t0: usize,
  t1: usize,
  t2: usize,
  t3: usize,
  channels: i32,
): void {
  const zero = f32x4.splat(0);
  let s00 = zero;
  let s01 = zero;
  let s10 = zero;
  let s11 = zero;
  let s20 = zero;
  let s21 = zero;
  let s30 = zero;
  let s31 = zero;
  for (; taps > 0; taps--) {
    for (let k = run; k > 0; k--) {
      const low = v128.load(panel);
      const high = v128.load(panel, 16);
      let x = v128.load_splat<f32>(p0);
      s00 = f32x4.add(s00, f32x4.mul(x, low));
      s01 = f32x4.add(s01, f32x4.mul(x, high));
      x = v128.load_splat<f32>(p1);
      s10 = f32x4.add(s10, f32x4.mul(x, low));
      s11 = f32x4.add(s11, f32x4.mul(x, high));
      x = v128.load_splat<f32>(p2);
      s20 = f32x4.add(s20, f32x4.mul(x, low));
      s21 = f32x4.add(s21, f32x4.mul(x, high));
      x = v128.load_splat<f32>(p3);
      s30 = f32x4.add(s30, f32x4.mul(x, low));
      s31 = f32x4.add(s31, f32x4.mul(x, high));
      p0 += 4;
      p1 += 4;
      p2 += 4;
      p3 += 4;
      panel += 32;
    }
    p0 += skip;
    p1 += skip;
    p2 += skip;
    p3 += skip;
  }
  storeLanes(t0, s00, s01, channels);
  storeLanes(t1, s10, s11, channels);
  storeLanes(t2, s20, s21, channels);
  storeLanes(t3, s30, s31, channels);
}

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
      for (let i = 0; i < images; i++) {
        copyWindow(
          source + (image + i) * height * width * pixelBytes,
          height,
          width,
          pixelBytes,
          firstRow + row * rowStride,
          (rows - 1) * rowStride + tapRows,
          firstColumn,
          windowColumns,
          band + i * windowImageBytes,
        );
      }
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
          block4x8(
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
