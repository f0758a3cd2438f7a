import { assert } from '../../lib/assert.ts';
import { bilinearTaps, reach, resizeColumns, resizeRows } from './resample.ts';

/** A picture that is read rectangle by rectangle: a large one is never held in memory as a whole. */
export interface Picture {
  /** In pixels. */
  width: number;
  height: number;
  /** RGBA bytes of a rectangle, row by row. */
  read(left: number, top: number, width: number, height: number): ArrayLike<number>;
}

/** How a network wants its pictures, in the words of torchvision's transforms. */
export interface Preprocessing {
  /** Pixels of the shorter side before the crop. */
  resize: number;
  /** Side of the square in the centre that the network sees; at most `resize`. */
  crop: number;
  /** Of each channel, on a scale from 0 to 1. */
  mean: readonly number[];
  std: readonly number[];
}

/** The mean and deviation of ImageNet's training pictures, as torchvision has them. */
export const imageNetStatistics = { mean: [0.485, 0.456, 0.406], std: [0.229, 0.224, 0.225] };

/** About how many pixels are read at a time. */
const bandPixels = 2 ** 20;

/**
 * A picture as torchvision's `resize`, `center_crop`, `to_tensor` and `normalize` make it from a PIL
 * picture: RGB [crop, crop, 3], channels last. The alpha channel is passed over.
 */
export function preprocess(picture: Picture, how: Preprocessing): Float32Array {
  return normalise(resizeAndCrop(picture, how), how);
}

/** The square that the network sees, in bytes: RGB [crop, crop, 3]. */
export function resizeAndCrop(
  picture: Picture,
  { resize, crop }: Pick<Preprocessing, 'resize' | 'crop'>,
): Uint8Array {
  const { width, height } = picture;
  assert(crop <= resize, `A crop of ${crop} pixels does not fit into a picture of ${resize}.`);
  assert(width > 0 && height > 0, `A picture of ${width}×${height} pixels is empty.`);
  const columns = cropTaps(width, Math.min(width, height), resize, crop);
  const rows = cropTaps(height, Math.min(width, height), resize, crop);
  const { low: left, high: right } = reach(columns);
  const { low: top, high: bottom } = reach(rows);

  const narrowed = new Uint8Array((bottom - top) * crop * 3);
  const bandRows = Math.max(1, Math.floor(bandPixels / (right - left)));
  for (let row = top; row < bottom; row += bandRows) {
    const count = Math.min(bandRows, bottom - row);
    const band = picture.read(left, row, right - left, count);
    const out = narrowed.subarray((row - top) * crop * 3, (row - top + count) * crop * 3);
    resizeRows(band, left, right - left, columns, out);
  }
  return resizeColumns(narrowed, top, crop, rows);
}

/** The taps of the cropped part of one axis: torchvision truncates the longer side and rounds the crop's edge to even. */
function cropTaps(side: number, shorter: number, resize: number, crop: number) {
  const resized = Math.trunc((resize * side) / shorter);
  const start = roundHalfToEven((resized - crop) / 2);
  return bilinearTaps(side, resized, start, start + crop);
}

function roundHalfToEven(value: number): number {
  const below = Math.floor(value);
  return value - below === 0.5 ? below + (below % 2) : Math.round(value);
}

/** Bytes to (value / 255 − mean) / std, by channel. */
export function normalise(
  bytes: Uint8Array,
  { mean, std }: Pick<Preprocessing, 'mean' | 'std'>,
): Float32Array {
  return Float32Array.from(bytes, (byte, i) => {
    return (byte / 255 - (mean[i % 3] as number)) / (std[i % 3] as number);
  });
}
