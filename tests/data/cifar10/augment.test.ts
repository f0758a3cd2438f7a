import { expect, test } from 'vitest';
import {
  drawPlacement,
  normalisedValues,
  placePicture,
  unmoved,
  type Placement,
} from '../../../src/data/cifar10/augment.ts';
import { createRng } from '../../../src/lib/rng.ts';

const asBytes = normalisedValues([0, 0, 0], [1 / 255, 1 / 255, 1 / 255]);

/** The red channel, as rows, of the 3 × 3 picture 1 … 9 after it is placed. */
function placed(placement: Placement): number[][] {
  const picture = Uint8Array.from({ length: 27 }, (_, i) => Math.floor(i / 3) + 1);
  const target = new Float32Array(27);
  placePicture(target, picture, 3, asBytes, placement);
  const red = [...target].filter((_, i) => i % 3 === 0).map(Math.round);
  return [red.slice(0, 3), red.slice(3, 6), red.slice(6)];
}

test('an unmoved picture is itself', () => {
  expect(placed(unmoved)).toEqual([
    [1, 2, 3],
    [4, 5, 6],
    [7, 8, 9],
  ]);
});

test('a flip mirrors left and right', () => {
  expect(placed({ flip: true, dx: 0, dy: 0 })).toEqual([
    [3, 2, 1],
    [6, 5, 4],
    [9, 8, 7],
  ]);
});

test('a shift moves right and down, and brings in zeros', () => {
  expect(placed({ flip: false, dx: 1, dy: 2 })).toEqual([
    [0, 0, 0],
    [0, 0, 0],
    [0, 1, 2],
  ]);
});

test('a flipped picture is mirrored before it is moved', () => {
  expect(placed({ flip: true, dx: -1, dy: 0 })).toEqual([
    [2, 1, 0],
    [5, 4, 0],
    [8, 7, 0],
  ]);
});

test('normalises each channel by its own mean and standard deviation', () => {
  const values = normalisedValues([0.5, 0.25, 0], [0.25, 0.5, 1]);
  const target = new Float32Array(3);
  placePicture(target, Uint8Array.of(255, 51, 102), 1, values, unmoved);
  expect([...target].map((value) => Number(value.toFixed(6)))).toEqual([2, -0.1, 0.4]);
});

test('placements cover every shift evenly, and half are flipped', () => {
  const rng = createRng(2);
  const drawn = Array.from({ length: 9000 }, () => drawPlacement(rng, { flip: true, shift: 1 }));
  const counts = new Map<string, number>();
  for (const { dx, dy } of drawn) {
    counts.set(`${dx} ${dy}`, (counts.get(`${dx} ${dy}`) ?? 0) + 1);
  }
  expect(counts.size).toBe(9);
  for (const count of counts.values()) expect(Math.abs(count - 1000)).toBeLessThan(150);
  expect(Math.abs(drawn.filter(({ flip }) => flip).length - 4500)).toBeLessThan(200);
});

test('with both switched off a picture stays unmoved', () => {
  const rng = createRng(2);
  for (let i = 0; i < 20; i++) {
    // `+ 0` because −0 is as good.
    const { flip, dx, dy } = drawPlacement(rng, { flip: false, shift: 0 });
    expect({ flip, dx: dx + 0, dy: dy + 0 }).toEqual(unmoved);
  }
});
