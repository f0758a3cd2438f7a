import { expect, test } from 'vitest';
import { parseNumber } from '../../src/lib/parseNumber.ts';

test.each([
  ['0.05', 0.05],
  ['0,05', 0.05],
  [' 20 ', 20],
  ['1e-3', 0.001],
  ['.5', 0.5],
  ['5.', 5],
  ['−2', -2],
])('“%s” is a number', (text, value) => {
  expect(parseNumber(text)).toBe(value);
});

test.each(['', ' ', '-', '1,000.5', '1.000,5', '1,2,3', '0x10', 'Infinity', '5 blocks', '٣'])(
  '“%s” is not',
  (text) => {
    expect(parseNumber(text)).toBeNaN();
  },
);
