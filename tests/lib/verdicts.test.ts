import { describe, expect, test } from 'vitest';
import {
  compareErrors,
  estimate,
  estimateShare,
  isBlind,
  isDegradation,
  isTooEarly,
  isTooEarlyToCopy,
  isUnsure,
  judgeCopy,
  verdictRules,
} from '../../src/lib/verdicts.ts';

const exact = (mean: number) => ({ mean, error: 0 });

describe('an estimate', () => {
  test('has the mean, and the standard deviation over the root of the number', () => {
    // Deviation 1, of four values.
    expect(estimate([1, 1, 3, 3])).toEqual({ mean: 2, error: Math.sqrt(4 / 3) / 2 });
    expect(estimate([0.5])).toEqual({ mean: 0.5, error: 0 });
  });

  test('of a share is that of as many independent trials', () => {
    expect(estimateShare(0.5, 100)).toEqual({ mean: 0.5, error: 0.05 });
  });
});

describe('better and worse', () => {
  test('need a gap that is worth a word', () => {
    expect(compareErrors(exact(0.53), exact(0.5))).toBe('worse');
    expect(compareErrors(exact(0.5), exact(0.53))).toBe('better');
    expect(compareErrors(exact(0.515), exact(0.5))).toBe('the same');
  });

  test('need a gap beyond two standard errors', () => {
    const noisy = { mean: 0.55, error: 0.03 };
    expect(compareErrors(noisy, exact(0.5))).toBe('the same');
    expect(compareErrors({ ...noisy, mean: 0.57 }, exact(0.5))).toBe('worse');
  });

  test('are not said of the first steps', () => {
    expect([71, 99, 100].map(isTooEarly)).toEqual([true, true, false]);
  });
});

describe('the degradation', () => {
  test('needs two hundred steps, five points and two standard errors', () => {
    expect(isDegradation(exact(0.8), exact(0.7), 200)).toBe(true);
    expect(isDegradation(exact(0.8), exact(0.7), 199)).toBe(false);
    expect(isDegradation(exact(0.74), exact(0.7), 200)).toBe(false);
    expect(isDegradation({ mean: 0.8, error: 0.06 }, exact(0.7), 200)).toBe(false);
    expect(isDegradation(exact(0.7), exact(0.8), 200)).toBe(false);
  });
});

test('a copy is judged beside one flat colour, after thirty steps', () => {
  const verdicts = [0.0005, 0.05, 0.5, 1, 1.1, NaN].map((share) => judgeCopy(share, 1));
  expect(verdicts).toEqual(['perfect', 'good', 'poor', 'flat', 'worse', 'overflowed']);
  expect([29, 30].map(isTooEarlyToCopy)).toEqual([true, false]);
});

test('below half of the probability a network is unsure', () => {
  expect([0.49, 0.5].map(isUnsure)).toEqual([true, false]);
});

test('below a tenth of the whole network’s right answers a damaged one is as good as blind', () => {
  expect(isBlind(0.04, 0.5)).toBe(true);
  expect(isBlind(0.06, 0.5)).toBe(false);
});

test('readers are told the limits', () => {
  const rules = Object.fromEntries(verdictRules().map(({ word, rule }) => [word, rule]));
  expect(rules['the degradation']).toMatch(
    /^Not before step 200: .* 5 points .* 2 standard errors/,
  );
  expect(rules['better, worse']).toContain('2 points');
  expect(rules['copies']).toMatch(/below 0\.1 %.*below 10 %.*below 80 %.*up to 105 %/);
});
