import { expect, test } from 'vitest';
import { cameTrue } from '../../../src/figure/prediction/predictions.ts';

test('an option came true if it is the right one', () => {
  expect([cameTrue(2, 2), cameTrue(1, 2)]).toEqual([true, false]);
});

test('an order came true whichever way round it has what is not decided', () => {
  const right = [[1], [0], [3, 2]];
  expect(cameTrue([1, 0, 2, 3], right)).toBe(true);
  expect(cameTrue([1, 0, 3, 2], right)).toBe(true);
  expect(cameTrue([0, 1, 2, 3], right)).toBe(false);
  expect(cameTrue([1, 3, 0, 2], right)).toBe(false);
});

test('of a single option that was chosen before orders were asked for, the first place decides', () => {
  const right = [[1], [0], [3, 2]];
  expect([cameTrue(1, right), cameTrue(0, right), cameTrue(-1, right)]).toEqual([
    true,
    false,
    false,
  ]);
});
