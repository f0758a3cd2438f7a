import { expect, test } from 'vitest';
import { randomSquare } from '../../../src/data/pictures/crops.ts';
import { createRng } from '../../../src/lib/rng.ts';

const picture = {
  width: 9,
  height: 6,
  /** The first pixel's place: 10 × row + column. */
  read: (left: number, top: number) => [10 * top + left],
};

test('squares of half to all of the shorter side lie inside the picture, anywhere', () => {
  const rng = createRng(1);
  const seen = new Set<string>();
  for (let i = 0; i < 2000; i++) {
    const { width, height, read } = randomSquare(picture, rng);
    expect(width).toBe(height);
    const place = read(0, 0, 1, 1)[0]!;
    const [left, top] = [place % 10, Math.floor(place / 10)];
    expect(left + width).toBeLessThanOrEqual(9);
    expect(top + height).toBeLessThanOrEqual(6);
    expect(read(2, 1, 1, 1)[0]).toBe(10 * (top + 1) + left + 2);
    seen.add(`${width} ${left} ${top}`);
  }
  const places = [3, 4, 5, 6].reduce((sum, side) => sum + (10 - side) * (7 - side), 0);
  expect(seen.size).toBe(places);
});
