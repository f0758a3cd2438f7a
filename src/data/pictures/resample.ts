/**
 * Bilinear resizing with antialiasing exactly as Pillow's `Image.resize` does it for 8-bit pictures
 * (src/libImaging/Resample.c): triangles as wide as the shrinking asks for, weights in fixed point, one
 * pass along rows and one along columns, each rounded to bytes.
 */

/** For a stretch of new positions along one axis, the old ones each is made of. */
export interface Taps {
  /** First old position of each new one. */
  first: Int32Array;
  /** How many old positions each new one takes. */
  count: Int32Array;
  /** Their weights in units of 2⁻²², `stride` places a new position. */
  weights: Int32Array;
  stride: number;
}

/** Pillow's PRECISION_BITS: 32 bits less 8 of the pixel and 2 to spare. */
const precision = 22;
const half = 1 << (precision - 1);

/** The taps of the new positions `start` to `end − 1`, when `from` pixels become `to`. */
export function bilinearTaps(from: number, to: number, start: number, end: number): Taps {
  const scale = from / to;
  const support = Math.max(scale, 1);
  const stride = Math.ceil(support) * 2 + 1;
  const first = new Int32Array(end - start);
  const count = new Int32Array(end - start);
  const weights = new Int32Array((end - start) * stride);
  for (let i = 0; i < first.length; i++) {
    const centre = (start + i + 0.5) * scale;
    const low = Math.max(0, Math.trunc(centre - support + 0.5));
    const high = Math.min(from, Math.trunc(centre + support + 0.5));
    const triangle = Float64Array.from({ length: high - low }, (_, k) =>
      Math.max(0, 1 - Math.abs((low + k - centre + 0.5) / support)),
    );
    const sum = triangle.reduce((total, weight) => total + weight, 0);
    first[i] = low;
    count[i] = high - low;
    for (const [k, weight] of triangle.entries()) {
      weights[i * stride + k] = Math.trunc(0.5 + (weight / sum) * (1 << precision));
    }
  }
  return { first, count, weights, stride };
}

/** The old positions that the taps reach: from `low` to `high − 1`. */
export function reach({ first, count }: Taps): { low: number; high: number } {
  const last = first.length - 1;
  return { low: at(first, 0), high: at(first, last) + at(count, last) };
}

/**
 * Resizes along rows.
 * @param pixels RGBA bytes of rows that begin at the column `left` and are `width` wide
 * @param out RGB bytes [rows, new width, 3]
 */
export function resizeRows(
  pixels: ArrayLike<number>,
  left: number,
  width: number,
  { first, count, weights, stride }: Taps,
  out: Uint8Array,
): void {
  let to = 0;
  for (let row = 0; to < out.length; row++) {
    for (let i = 0; i < first.length; i++) {
      let from = (row * width + at(first, i) - left) * 4;
      let [red, green, blue] = [half, half, half];
      const end = i * stride + at(count, i);
      for (let k = i * stride; k < end; k++, from += 4) {
        const weight = at(weights, k);
        red += weight * at(pixels, from);
        green += weight * at(pixels, from + 1);
        blue += weight * at(pixels, from + 2);
      }
      out[to++] = red >> precision;
      out[to++] = green >> precision;
      out[to++] = blue >> precision;
    }
  }
}

/**
 * Resizes along columns.
 * @param rows RGB bytes [old rows, width, 3], of which the first is the old row `top`
 * @returns RGB bytes [new rows, width, 3]
 */
export function resizeColumns(
  rows: Uint8Array,
  top: number,
  width: number,
  taps: Taps,
): Uint8Array {
  const { first, count, weights, stride } = taps;
  const values = width * 3;
  const out = new Uint8Array(first.length * values);
  for (let i = 0; i < first.length; i++) {
    const begin = (at(first, i) - top) * values;
    for (let value = 0; value < values; value++) {
      let sum = half;
      for (let k = 0; k < at(count, i); k++) {
        sum += at(weights, i * stride + k) * at(rows, begin + k * values + value);
      }
      out[i * values + value] = sum >> precision;
    }
  }
  return out;
}

const at = (values: ArrayLike<number>, index: number) => values[index] as number;
