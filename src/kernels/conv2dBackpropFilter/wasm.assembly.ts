import { copyBand, tabulatePixels } from '../wasm/assembly/band';
import { copyPanelRow } from '../wasm/assembly/floats';

/**
 * Adds to rows [from, to) of a block of 4 filter rows × 8 output channels the sum over a band's
 * pixels of input value times output gradient. As in Block.multiply, larger blocks spill registers.
 *
 * @param window the band at the first of 4 consecutive rows (tap column, input channel)
 * @param table the band's table, `pixels` entries
 * @param dy float32, 8 channels a pixel, pixels `dyPixelBytes` apart
 * @param gradient float32, rows `rowBytes` apart, `channels` of 8 columns added to
 */
function block4x8(
  window: usize,
  table: usize,
  pixels: i32,
  dy: usize,
  dyPixelBytes: i32,
  gradient: usize,
  rowBytes: i32,
  from: i32,
  to: i32,
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
  for (; pixels > 0; pixels--) {
    const pixel = window + load<u32>(table);
    const low = v128.load(dy);
    const high = v128.load(dy, 16);
    let x = v128.load_splat<f32>(pixel);
    s00 = f32x4.add(s00, f32x4.mul(x, low));
    s01 = f32x4.add(s01, f32x4.mul(x, high));
    x = v128.load_splat<f32>(pixel, 4);
    s10 = f32x4.add(s10, f32x4.mul(x, low));
    s11 = f32x4.add(s11, f32x4.mul(x, high));
    x = v128.load_splat<f32>(pixel, 8);
    s20 = f32x4.add(s20, f32x4.mul(x, low));
    s21 = f32x4.add(s21, f32x4.mul(x, high));
    x = v128.load_splat<f32>(pixel, 12);
    s30 = f32x4.add(s30, f32x4.mul(x, low));
    s31 = f32x4.add(s31, f32x4.mul(x, high));
    table += 8;
    dy += dyPixelBytes;
  }
  if (from <= 0) addLanes(gradient, s00, s01, channels);
  if (from <= 1 && to > 1) addLanes(gradient + rowBytes, s10, s11, channels);
  if (from <= 2 && to > 2) addLanes(gradient + rowBytes * 2, s20, s21, channels);
  if (from <= 3 && to > 3) addLanes(gradient + rowBytes * 3, s30, s31, channels);
}

/** Adds the first `count` of the 8 lanes of `low` and `high` to the floats at `target`. */
function addLanes(target: usize, low: v128, high: v128, count: i32): void {
  if (count >= 8) {
    v128.store(target, f32x4.add(v128.load(target), low));
    v128.store(target, f32x4.add(v128.load(target, 16), high), 16);
    return;
  }
  for (let lane = 0; lane < count; lane++) {
    store<f32>(target, load<f32>(target) + f32x4.extract_lane(low, 0));
    target += 4;
    low = lane === 3 ? high : v128.shuffle<i32>(low, low, 1, 2, 3, 0);
  }
}

/**
 * The filter gradient of a convolution: gradient [r, s, c, k] is the sum over batch and output pixels
 * (i, j) of x [n, i·rowStride + r − padTop, j·columnStride + s − padLeft, c] · dy [n, i, j, k].
 *
 * @param x float32 [batch, height, width, inputs]
 * @param dy float32 [batch, outputRows, outputColumns, outputs]
 * @param gradient float32 [tapRows, tapColumns, inputs, outputs], zeros, of which the outputs from `firstOutput` (a
 *   multiple of 8) to `endOutput` are added to
 * @param band scratch as in convolve, and 16 bytes more
 * @param table scratch, 8 bytes for each output pixel of a band
 * @param dyBand scratch for a band's dy filled up to a multiple of 8 channels; unused if it is one
 */
export function filterGradient(
  x: usize,
  batch: i32,
  height: i32,
  width: i32,
  inputs: i32,
  dy: usize,
  outputRows: i32,
  outputColumns: i32,
  outputs: i32,
  gradient: usize,
  tapRows: i32,
  tapColumns: i32,
  rowStride: i32,
  columnStride: i32,
  padTop: i32,
  padLeft: i32,
  band: usize,
  table: usize,
  dyBand: usize,
  bandImages: i32,
  bandRows: i32,
  firstOutput: i32,
  endOutput: i32,
): void {
  const pixelBytes = inputs * 4;
  const windowRows = (bandRows - 1) * rowStride + tapRows;
  const windowColumns = (outputColumns - 1) * columnStride + tapColumns;
  const windowRowBytes = windowColumns * pixelBytes;
  const windowImageBytes = windowRows * windowRowBytes;
  const run = tapColumns * inputs;
  const gradientRowBytes = outputs * 4;
  const wholePanels = (outputs & 7) === 0;
  const dyPixelBytes = wholePanels ? gradientRowBytes : ((outputs + 7) & ~7) * 4;
  tabulatePixels(
    table,
    bandImages,
    bandRows,
    outputColumns,
    windowImageBytes,
    rowStride * windowRowBytes,
    columnStride * pixelBytes,
    0,
    0,
    0,
  );
  for (let image = 0; image < batch; image += bandImages) {
    const images = min(bandImages, batch - image);
    for (let row = 0; row < outputRows; row += bandRows) {
      const rows = min(bandRows, outputRows - row);
      copyBand(
        x + image * height * width * pixelBytes,
        images,
        height,
        width,
        pixelBytes,
        row * rowStride - padTop,
        (rows - 1) * rowStride + tapRows,
        -padLeft,
        windowColumns,
        band,
        windowImageBytes,
      );
      const pixels = images * rows * outputColumns;
      let dyPixels = dy + (image * outputRows + row) * outputColumns * gradientRowBytes;
      if (!wholePanels) {
        fillUpChannels(dyPixels, pixels, outputs, dyBand);
        dyPixels = dyBand;
      }
      for (let channel = firstOutput; channel < endOutput; channel += 8) {
        for (let tapRow = 0; tapRow < tapRows; tapRow++) {
          for (let first = 0; first < run; first += 4) {
            // The last block of a run starts early enough to end with it; rows done already are not added again.
            const start = max(min(first, run - 4), 0);
            block4x8(
              band + tapRow * windowRowBytes + start * 4,
              table,
              pixels,
              dyPixels + channel * 4,
              dyPixelBytes,
              gradient + (tapRow * run + start) * gradientRowBytes + channel * 4,
              gradientRowBytes,
              first - start,
              run - start,
              outputs - channel,
            );
          }
        }
      }
    }
  }
}

/** Copies float32 [pixels, channels] to [pixels, channels rounded up to a multiple of 8], zeros behind. */
function fillUpChannels(source: usize, pixels: i32, channels: i32, target: usize): void {
  for (let pixel = 0; pixel < pixels; pixel++) {
    for (let channel = 0; channel < channels; channel += 8) {
      copyPanelRow(target, source + channel * 4, channels - channel);
      target += 32;
    }
    source += channels * 4;
  }
}
