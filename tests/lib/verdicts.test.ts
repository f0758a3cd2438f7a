import { describe, expect, test } from 'vitest';
import {
  compareErrors,
  estimate,
  estimateShare,
  hasFewSteps,
  isBlind,
  isTooEarly,
  isTooEarlyToCopy,
  isUnsure,
  judgeCopy,
  judgeDepth,
  meanOf,
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

describe('what depth did', () => {
  const pair = (deep: number, shallow: number, error = 0) => ({
    deep: { mean: deep, error },
    shallow: exact(shallow),
  });
  const isDegradation = (pairs: ReturnType<typeof pair>[], step = 1000) =>
    judgeDepth(pairs, step).degradation;

  test('is the degradation from a thousand steps, five points and two standard errors on', () => {
    expect(isDegradation([pair(0.8, 0.7)])).toBe('yes');
    expect(isDegradation([pair(0.8, 0.7)], 999)).toBe('early');
    expect(isDegradation([pair(0.74, 0.7)])).toBe('no');
    expect(isDegradation([pair(0.8, 0.7, 0.06)])).toBe('no');
    expect(isDegradation([pair(0.7, 0.8)])).toBe('no');
    expect([999, 1000].map(hasFewSteps)).toEqual([true, false]);
  });

  test('is the degradation only where every seed shows it', () => {
    expect(isDegradation([pair(0.8, 0.7), pair(0.82, 0.7)])).toBe('yes');
    expect(isDegradation([pair(0.9, 0.7), pair(0.74, 0.7)])).toBe('no');
    expect(isDegradation([pair(0.9, 0.7), pair(0.74, 0.7)], 300)).toBe('no');
  });

  test('is said of the mean of the seeds, with the number of seeds that agree', () => {
    const three = [pair(0.8, 0.7), pair(0.82, 0.7), pair(0.7, 0.7)];
    expect(judgeDepth(three, 1000)).toMatchObject({ word: 'worse', seeds: 2 });
    expect(judgeDepth([pair(0.5, 0.51)], 1000)).toMatchObject({ word: 'the same', seeds: 1 });
    expect(judgeDepth([pair(0.4, 0.5)], 1000)).toMatchObject({ word: 'better', seeds: 1 });
  });

  test('the mean of several seeds is surer than one of them', () => {
    const mean = meanOf([pair(0.8, 0.7, 0.04), pair(0.6, 0.7, 0.03)], 'deep');
    expect(mean.mean).toBeCloseTo(0.7);
    expect(mean.error).toBeCloseTo(0.025);
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
    /^Not before step 1,000, .* every seed shown: .* 5 points .* 2 standard errors/,
  );
  expect(rules['better, worse']).toContain('2 points');
  expect(rules['copies']).toMatch(/below 0\.1 %.*below 10 %.*below 80 %.*up to 105 %/);
});
