import { expect, test } from 'vitest';
import { pointAt } from '../../../src/ui/chart/cursor.tsx';

const points: [number, number][] = [
  [0, 0.9],
  [50, 0.8],
  [100, 0.7],
];

test.each([
  [0, 0.9],
  [24, 0.9],
  [26, 0.8],
  [300, 0.7],
])('at %i the nearest point is read', (cursor, value) => {
  expect(pointAt(points, cursor)?.[1]).toBe(value);
});

test('without a cursor the last point is read, and an empty curve has none', () => {
  expect(pointAt(points, null)).toEqual([100, 0.7]);
  expect(pointAt([], null)).toBeUndefined();
  expect(pointAt([], 10)).toBeUndefined();
});
