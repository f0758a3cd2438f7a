import { expect, test } from 'vitest';
import { isMet, summarise } from '../../../scripts/bench/result.ts';

test('a summary is the median, with the median distance from it', () => {
  expect(summarise('key', [9, 1, 2], 's')).toEqual({ key: 'key', value: 2, spread: 1, unit: 's' });
  expect(summarise('key', [4, 1, 2, 3], 's')).toMatchObject({ value: 2.5, spread: 1 });
});

test('a promise is kept or not; a value that is no number keeps none', () => {
  const result = (value: number) => ({ key: 'key', value, unit: 's' });
  expect(isMet(result(1))).toBeUndefined();
  expect(isMet({ ...result(3), promise: { atLeast: 3 } })).toBe(true);
  expect(isMet({ ...result(5.1), promise: { atMost: 5 } })).toBe(false);
  expect(isMet({ ...result(NaN), promise: { atMost: 5 } })).toBe(false);
  expect(isMet({ ...result(NaN), promise: { atLeast: 5 } })).toBe(false);
});
