import { assert } from '../../lib/assert.ts';

/**
 * Pictures [n, from, from, 3] averaged down to [n, to, to, 3], bytes to bytes, rounded to nearest.
 * Each new pixel is the mean of the area it covers; pixels it covers in part count in part (a box filter).
 * 1 ≤ to ≤ from. With to = from the same bytes come back.
 */
export function averageDown(pixels: Uint8Array, from: number, to: number): Uint8Array {
  assert(
    Number.isInteger(to) && to >= 1 && to <= from,
    `averageDown: size ${to} is not in 1 … ${from}.`,
  );
  if (to === from) return pixels;
  const pictures = pixels.length / (from * from * 3);
  const cover = boxCover(from, to);
  const narrowed = new Float64Array(from * to * 3);
  const out = new Uint8Array(pictures * to * to * 3);
  for (let picture = 0; picture < pictures; picture++) {
    const source = pixels.subarray(picture * from * from * 3, (picture + 1) * from * from * 3);
    const target = out.subarray(picture * to * to * 3, (picture + 1) * to * to * 3);
    narrow(source, narrowed, from, cover);
    lower(narrowed, target, to, cover);
  }
  return out;
}

/** For each new position along one axis, the old ones it covers and their shares, which add up to 1. */
function boxCover(from: number, to: number): { index: number; share: number }[][] {
  return Array.from({ length: to }, (_, position) => {
    const start = (position * from) / to;
    const end = ((position + 1) * from) / to;
    const covered = [];
    for (let index = Math.floor(start); index < end; index++) {
      const length = Math.min(end, index + 1) - Math.max(start, index);
      covered.push({ index, share: length / (end - start) });
    }
    return covered;
  });
}

type Cover = ReturnType<typeof boxCover>;

/** [rows, from, 3] → [rows, to, 3]. */
function narrow(source: Uint8Array, target: Float64Array, from: number, cover: Cover): void {
  let at = 0;
  for (let row = 0; row < from; row++) {
    for (const covered of cover) {
      for (let channel = 0; channel < 3; channel++) {
        let sum = 0;
        for (const { index, share } of covered) {
          sum += share * (source[(row * from + index) * 3 + channel] as number);
        }
        target[at++] = sum;
      }
    }
  }
}

/** [from, to, 3] → [to, to, 3]. */
function lower(source: Float64Array, target: Uint8Array, to: number, cover: Cover): void {
  const width = to * 3;
  let at = 0;
  for (const covered of cover) {
    for (let column = 0; column < width; column++) {
      let sum = 0;
      for (const { index, share } of covered) {
        sum += share * (source[index * width + column] as number);
      }
      target[at++] = Math.round(sum);
    }
  }
}
