import { describe, expect, test } from 'vitest';
import { checkSums, valueOf } from '../../../src/pages/ledger/arithmetic.ts';

test.each([
  ['3 × 3 × 64 × 64', 36_864],
  ['2 + 3 · 4 − 10/5', 12],
  ['−0.5 + 2', 1.5],
  ['9 · 64²', 36_864],
  ['1 − 10⁻⁵', 0.99999],
  ['2^(3 − 1)', 4],
  ['⌊223/2⌋ + 1', 112],
  ['(7 − 0.40)/√1.57', 6.6 / Math.sqrt(1.57)],
  ['4 (1 − 0.9^10)', 4 * (1 - 0.9 ** 10)],
  ['(10 over 3)', 120],
  ['e^(−3.376)', Math.exp(-3.376)],
  ['11 %', 0.11],
])('%s is %d', (text, value) => {
  expect(valueOf(text)).toBeCloseTo(value, 12);
});

test.each(['n + 1', '1 + … + 1', '', '2 layers'])('“%s” is no sum of numbers', (text) => {
  expect(valueOf(text)).toBeUndefined();
});

describe('a sum', () => {
  test.each([
    '9 × 64 × 64 = 36,864',
    '1.1^20 ≈ 6.7',
    '2.45/2.594 ≈ 94 %',
    '(0 − 0.485)/0.229 ≈ −2.12',
    '1 + 2 = 3; 2 × 3 = 3 + 3 = 6',
  ])('%s is right', (text) => {
    expect(() => checkSums(text)).not.toThrow();
  });

  test.each([
    ['9 × 64 × 64 = 36,863', 'the left side is 36864'],
    ['1/3 = 0.33', 'is wrong'],
    ['2/3 ≈ 0.66', 'is wrong'],
    ['2/3 ≈ 66 %', 'is wrong'],
    ['2 × 3 = 6 = 7', 'is wrong'],
    ['2 × (3 = 6', 'is wrong'],
    ['2 × n = 6', 'is no sum of numbers'],
    ['36,864', 'has no = or ≈'],
  ])('%s fails: %s', (text, message) => {
    expect(() => checkSums(text)).toThrow(message);
  });
});
