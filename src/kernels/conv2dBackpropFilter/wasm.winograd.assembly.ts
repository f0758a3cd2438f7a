import { zeroFloats } from '../wasm/assembly/floats';
import {
  transformBand,
  transformFilterGradient,
  transformOutputGradient,
} from '../wasm/assembly/winogradTransforms';

/**
 * Adds the sum over tiles of x [tile, 0 … 3] · dy [tile, 0 … 7] to 4 rows of a gradient.
 *
 * @param channels 8, or 4 if the gradient ends there
 */
function addProduct(
  x: usize,
  xBytes: i32,
  dy: usize,
  dyBytes: i32,
  tiles: i32,
  gradient: usize,
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
  for (; tiles > 0; tiles--) {
    const low = v128.load(dy);
    const high = v128.load(dy, 16);
    let v = v128.load_splat<f32>(x);
    s00 = f32x4.add(s00, f32x4.mul(v, low));
    s01 = f32x4.add(s01, f32x4.mul(v, high));
    v = v128.load_splat<f32>(x, 4);
    s10 = f32x4.add(s10, f32x4.mul(v, low));
    s11 = f32x4.add(s11, f32x4.mul(v, high));
    v = v128.load_splat<f32>(x, 8);
    s20 = f32x4.add(s20, f32x4.mul(v, low));
    s21 = f32x4.add(s21, f32x4.mul(v, high));
    v = v128.load_splat<f32>(x, 12);
    s30 = f32x4.add(s30, f32x4.mul(v, low));
    s31 = f32x4.add(s31, f32x4.mul(v, high));
    x += xBytes;
    dy += dyBytes;
  }
  // Channels come in fours here: filterGradient's addLanes would make the whole a sixth slower.
  addVector(gradient, s00);
  addVector(gradient + dyBytes, s10);
  addVector(gradient + dyBytes * 2, s20);
  addVector(gradient + dyBytes * 3, s30);
  if (channels < 8) return;
  gradient += 16;
  addVector(gradient, s01);
  addVector(gradient + dyBytes, s11);
  addVector(gradient + dyBytes * 2, s21);
  addVector(gradient + dyBytes * 3, s31);
}

function addVector(target: usize, value: v128): void {
  v128.store(target, f32x4.add(v128.load(target), value));
}

/**
 * Sums for the transform of the filter gradient of a 3×3 convolution of stride 1 by Winograd's F(4×4, 3×3), over some
 * of its bands; see winogradTransforms and filterGradient. A band is `bandImages` pictures or, of one picture,
 * `bandTileRows` rows of tiles. Inputs and outputs are multiples of 4.
 *
 * @param work scratch for the transform of a row of tiles, of x or of dy
 * @param band scratch for 4·bandTileRows + 2 padded source rows
 * @param tiles scratch for the transformed input, [36, tiles of a band, inputs], elements
 *   `elementBytes` apart
 * @param dyTiles scratch for the transformed dy, [36, tiles of a band, outputs], elements
 *   `dyElementBytes` apart, and 16 bytes more
 * @param firstBand in the order of their pictures, up to `endBand`
 * @param sums float32 [36, inputs, outputs], a sum for each band, `sumBytes` apart, or one sum, begun with band 0, to
 *   which all are added if sumBytes is 0
 */
export function winogradFilterGradient(
  x: usize,
  height: i32,
  width: i32,
  inputs: i32,
  dy: usize,
  batch: i32,
  outputRows: i32,
  outputColumns: i32,
  outputs: i32,
  padTop: i32,
  padLeft: i32,
  work: usize,
  band: usize,
  tiles: usize,
  dyTiles: usize,
  bandImages: i32,
  bandTileRows: i32,
  elementBytes: i32,
  dyElementBytes: i32,
  firstBand: i32,
  endBand: i32,
  sums: usize,
  sumBytes: i32,
): void {
  const pixelBytes = inputs * 4;
  const dyPixelBytes = outputs * 4;
  const dyRowBytes = outputColumns * dyPixelBytes;
  const tileColumns = (outputColumns + 3) >> 2;
  const bandRows = bandTileRows * 4;
  const bandsEach = (outputRows + bandRows - 1) / bandRows;
  for (let index = firstBand; index < endBand; index++) {
    const image = (index / bandsEach) * bandImages;
    const images = min(bandImages, batch - image);
    const row = (index % bandsEach) * bandRows;
    const tileRows = min(bandTileRows, (outputRows - row + 3) >> 2);
    transformBand(
      x + image * height * width * pixelBytes,
      images,
      height,
      width,
      pixelBytes,
      row - padTop,
      tileRows,
      -padLeft,
      tileColumns,
      band,
      work,
      tiles,
      elementBytes,
    );
    let dyTransformed = dyTiles;
    for (let i = 0; i < images; i++) {
      let dyRow = dy + ((image + i) * outputRows + row) * dyRowBytes;
      for (let tileRow = 0; tileRow < tileRows; tileRow++) {
        transformOutputGradient(
          dyRow,
          outputRows - row - tileRow * 4,
          outputColumns,
          dyPixelBytes,
          work,
          dyTransformed,
          dyElementBytes,
        );
        dyTransformed += tileColumns * dyPixelBytes;
        dyRow += dyRowBytes * 4;
      }
    }
    if (sumBytes > 0 || index === 0) zeroFloats(sums, 36 * inputs * dyPixelBytes);
    const count = images * tileRows * tileColumns;
    let to = sums;
    for (let element = 0; element < 36; element++) {
      for (let input = 0; input < inputs; input += 4) {
        for (let channel = 0; channel < outputs; channel += 8) {
          addProduct(
            tiles + element * elementBytes + input * 4,
            pixelBytes,
            dyTiles + element * dyElementBytes + channel * 4,
            dyPixelBytes,
            count,
            to + channel * 4,
            outputs - channel,
          );
        }
        to += dyPixelBytes * 4;
      }
    }
    sums += sumBytes;
  }
}

/**
 * Adds to bytes `from` to `end` of a total those of some sums, one after another.
 *
 * @param total float32, a multiple of 4 values
 * @param sums as many values each, `sumBytes` apart
 */
export function addWinogradSums(
  total: usize,
  sums: usize,
  count: i32,
  sumBytes: i32,
  from: i32,
  end: i32,
): void {
  for (; count > 0; count--) {
    for (let at = from; at < end; at += 16) addVector(total + at, v128.load(sums + at));
    sums += sumBytes;
  }
}

/**
 * The filter gradient from its transform.
 *
 * @param transformed float32 [36, weights], overwritten on the way
 * @param gradient float32 [3, 3, weights], written
 */
export function winogradGradientEnd(transformed: usize, gradient: usize, weights: i32): void {
  transformFilterGradient(transformed, gradient, weights * 4);
}
