import { expect, test } from 'vitest';
import { createRng } from '../../src/lib/rng.ts';

test('gives the same numbers on every device, for ever', () => {
  const { next, int, permutation } = createRng(7, 'weights', 3);
  expect([next(), next(), int(1000), [...permutation(8)]]).toMatchInlineSnapshot(`
    [
      0.4706566361710429,
      0.2012451735790819,
      820,
      [
        1,
        2,
        7,
        3,
        0,
        6,
        5,
        4,
      ],
    ]
  `);
});

test('seeds and labels each give numbers of their own', () => {
  const firsts = [
    createRng(1),
    createRng(2),
    createRng(1, 'a'),
    createRng(1, 'b'),
    createRng(1, 'a', 'b'),
    createRng(1, 'ab'),
    createRng(1, 1, 2),
    createRng(1, 12),
  ].map(({ next }) => next());
  expect(new Set(firsts).size).toBe(firsts.length);
});

test('is uniform in [0, 1) and over integers', () => {
  const { next, int } = createRng(3);
  const numbers = Array.from({ length: 20_000 }, next);
  expect(Math.min(...numbers)).toBeGreaterThanOrEqual(0);
  expect(Math.max(...numbers)).toBeLessThan(1);
  expect(Math.abs(mean(numbers) - 0.5)).toBeLessThan(0.01);
  const counts = new Array<number>(5).fill(0);
  for (let i = 0; i < 20_000; i++) counts[int(5)]! += 1;
  for (const count of counts) expect(Math.abs(count - 4000)).toBeLessThan(300);
});

test('normal numbers have mean 0 and variance 1', () => {
  const { normal } = createRng(5);
  const numbers = Array.from({ length: 20_000 }, normal);
  expect(Math.abs(mean(numbers))).toBeLessThan(0.03);
  expect(Math.abs(mean(numbers.map((x) => x * x)) - 1)).toBeLessThan(0.05);
});

test('a permutation has each number once', () => {
  const order = createRng(9).permutation(1000);
  expect([...order]).not.toEqual([...order].sort((a, b) => a - b));
  expect([...order].sort((a, b) => a - b)).toEqual(Array.from({ length: 1000 }, (_, i) => i));
});

test('skipping numbers is the same as drawing them', () => {
  const drawn = createRng(4, 'a');
  for (let i = 0; i < 1000; i++) drawn.next();
  const skipped = createRng(4, 'a');
  skipped.skip(1000);
  expect(skipped.next()).toBe(drawn.next());
});

const mean = (numbers: number[]) => numbers.reduce((sum, x) => sum + x, 0) / numbers.length;
