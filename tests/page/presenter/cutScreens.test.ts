import { expect, test } from 'vitest';
import { cutScreens, type Box } from '../../../src/page/presenter/screens/cutScreens.ts';

/** Boxes of these heights, one below the other. */
function column(...parts: (number | (Partial<Box> & { height: number }))[]): Box[] {
  let top = 0;
  return parts.map((part) => {
    const { height, ...rest } = typeof part === 'number' ? { height: part } : part;
    const box = { top, bottom: top + height, ...rest };
    top += height;
    return box;
  });
}

const sizes = (boxes: Box[], capacity = 100) =>
  cutScreens(boxes, capacity).map(({ from, to }) => to - from);

test('all that fits is one screen, and more of it the fewest, evenly filled', () => {
  expect(sizes(column(30, 30, 30))).toEqual([3]);
  expect(sizes(column(30, 30, 30, 30))).toEqual([2, 2]);
  expect(sizes(column(40, 50, 90, 20, 70))).toEqual([2, 1, 2]);
  expect(sizes([])).toEqual([]);
});

test('a heading opens a screen, and a figure has its own', () => {
  expect(sizes(column(10, { height: 10, opens: true }, 10))).toEqual([1, 2]);
  expect(sizes(column(10, { height: 0, alone: true }, 10, 10))).toEqual([1, 1, 2]);
});

test('what is held stays together, even where the screens are less even for it', () => {
  expect(sizes(column(40, { height: 40, holds: true }, 60))).toEqual([1, 2]);
});

test('code is cut at its empty lines', () => {
  const lines = Array.from({ length: 8 }, (_, line) => ({
    height: 20,
    cost: line === 5 ? 0.05 : 0.6,
  }));
  expect(sizes(column(...lines))).toEqual([5, 3]);
});

test('only what is higher by itself is higher than a screen', () => {
  expect(sizes(column(30, 150, 30))).toEqual([1, 1, 1]);
});
