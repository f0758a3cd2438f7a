import { expect, test } from 'vitest';
import { apartAt } from '../../../src/exercises/experiment/apartAt.ts';

const curve = (...heights: number[]) =>
  heights.map((height, index): [number, number] => [index * 10, height]);

test('letters stand where the closest two of the curves are furthest apart', () => {
  const curves = [
    curve(9, 8, 7, 6, 5, 4, 3, 3, 3, 3, 3),
    curve(9, 8, 6, 4, 3, 3, 3, 3, 3, 3, 3),
    curve(9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9),
  ];
  expect(apartAt(curves)).toBe(30);
});

test('where all begin and where they end does not count', () => {
  expect(apartAt([curve(0, 2, 2, 2, 2, 2, 2, 2, 9), curve(9, 1, 1, 1, 1, 1, 1, 1, 0)])).toBe(10);
});
