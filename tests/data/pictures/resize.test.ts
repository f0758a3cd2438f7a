import { expect, test } from 'vitest';
import { averageDown } from '../../../src/data/pictures/resize.ts';
import { createRng } from '../../../src/lib/rng.ts';

const rng = createRng(4, 'resize');
const pictures = Uint8Array.from({ length: 2 * 32 * 32 * 3 }, () => rng.int(256));

/** Cuts every pixel into to × to equal ones, so that each new pixel covers 32 × 32 of them exactly. */
function exactMean(picture: number, to: number, y: number, x: number, channel: number): number {
  let sum = 0;
  for (let fineY = y * 32; fineY < (y + 1) * 32; fineY++) {
    for (let fineX = x * 32; fineX < (x + 1) * 32; fineX++) {
      const [row, column] = [Math.floor(fineY / to), Math.floor(fineX / to)];
      sum += pictures[((picture * 32 + row) * 32 + column) * 3 + channel]!;
    }
  }
  return sum / 32 ** 2;
}

test.each([1, 3, 8, 10, 16, 24, 31])('each pixel at size %d is the mean of its area', (to) => {
  const small = averageDown(pictures, 32, to);
  expect(small.length).toBe(2 * to * to * 3);
  let worst = 0;
  for (let picture = 0; picture < 2; picture++) {
    for (let y = 0; y < to; y++) {
      for (let x = 0; x < to; x++) {
        for (let channel = 0; channel < 3; channel++) {
          const got = small[((picture * to + y) * to + x) * 3 + channel]!;
          worst = Math.max(worst, Math.abs(got - exactMean(picture, to, y, x, channel)));
        }
      }
    }
  }
  expect(worst).toBeLessThanOrEqual(0.5 + 1e-9);
});

test('size 32 is the pictures themselves', () => {
  expect(averageDown(pictures, 32, 32)).toEqual(pictures);
});

test('a flat picture stays as it is at any size', () => {
  const flat = new Uint8Array(32 * 32 * 3).fill(201);
  for (let to = 1; to <= 32; to++) {
    expect(averageDown(flat, 32, to).every((value) => value === 201)).toBe(true);
  }
});

test.each([0, 33, 2.5])('size %d is refused', (to) => {
  expect(() => averageDown(pictures, 32, to)).toThrow(/size/);
});
