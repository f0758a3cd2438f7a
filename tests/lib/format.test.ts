import { expect, test } from 'vitest';
import { powerOfTen, shorten, twoDecimals, twoDigits, unbroken } from '../../src/lib/format.ts';

test.each([
  [0, '0'],
  [0.0312, '0.031'],
  [0.0000312, '3.1×10⁻⁵'],
  [2, '2.0'],
  [1234, '1,200'],
  [5e12, '5.0×10¹²'],
])('%s is written %s', (value, text) => {
  expect(twoDigits(value)).toBe(text);
});

test('powers of ten have raised exponents', () => {
  expect([-12, 0, 3].map(powerOfTen)).toEqual(['10⁻¹²', '10⁰', '10³']);
});

test('two decimals carry a true minus, and none for nothing', () => {
  expect([-0.123, -0.001, 1.5].map(twoDecimals)).toEqual(['−0.12', '0.00', '1.50']);
});

test('percentages and shapes keep to one line, other words do not', () => {
  const line = 'Of [2, 64] values, 5 % are 0';
  expect(unbroken(line)).toBe('Of [2,\u00a064] values, 5\u00a0% are 0');
});

test('a long text ends in an ellipsis after a whole word, a short one is left alone', () => {
  expect(shorten('Missing key layer2.0', 20)).toBe('Missing key layer2.0');
  expect(shorten('Missing key layer2.0 and more', 16)).toBe('Missing key …');
});
