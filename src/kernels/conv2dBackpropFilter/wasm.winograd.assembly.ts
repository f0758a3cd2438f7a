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
 * The transform of the filter gradient of a 3×3 convolution of stride 1 by Winograd's F(4×4, 3×3); see
 * winogradTransforms and filterGradient. Inputs and outputs are multiples of 4.
 *
 * @param work scratch for the transform of a row of tiles, of x or of dy
 * @param transformedGradient float32 [36, inputs, outputs], of whose 6 rows of 6 elements those from `firstRow` to
 *   `endRow` are written: each is a sum of its own
 * @param band scratch for 4·bandTileRows + 2 padded source rows
 * @param tiles scratch for the transformed input, [36, tiles of a band, inputs], elements
 *   `elementBytes` apart
 * @param dyTiles scratch for the transformed dy, [36, tiles of a band, outputs], elements
 *   `dyElementBytes` apart, and 16 bytes more
 */
export function winogradFilterGradient(
  x: usize,
  batch: i32,
  height: i32,
  width: i32,
  inputs: i32,
  dy: usize,
  outputRows: i32,
  outputColumns: i32,
  outputs: i32,
  padTop: i32,
  padLeft: i32,
  work: usize,
  transformedGradient: usize,
  band: usize,
  tiles: usize,
  dyTiles: usize,
  bandImages: i32,
  bandTileRows: i32,
  elementBytes: i32,
  dyElementBytes: i32,
  firstRow: i32,
  endRow: i32,
): void {
  const pixelBytes = inputs * 4;
  const dyPixelBytes = outputs * 4;
  const dyRowBytes = outputColumns * dyPixelBytes;
  const tileColumns = (outputColumns + 3) >> 2;
  const rowBytes = 6 * inputs * dyPixelBytes;
  zeroFloats(transformedGradient + firstRow * rowBytes, (endRow - firstRow) * rowBytes);
  for (let image = 0; image < batch; image += bandImages) {
    const images = min(bandImages, batch - image);
    for (let row = 0; row < outputRows; row += bandTileRows * 4) {
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
        firstRow,
        endRow,
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
            firstRow,
            endRow,
          );
          dyTransformed += tileColumns * dyPixelBytes;
          dyRow += dyRowBytes * 4;
        }
      }
      const count = images * tileRows * tileColumns;
      let to = transformedGradient + firstRow * rowBytes;
      for (let element = firstRow * 6; element < endRow * 6; element++) {
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
    }
  }
}

/**
 * The filter gradient from its transform.
 *
 * @param transformed as winogradFilterGradient leaves it
 * @param gradient float32 [3, 3, weights], written
 */
export function winogradGradientEnd(transformed: usize, gradient: usize, weights: i32): void {
  transformFilterGradient(transformed, gradient, weights * 4);
}
