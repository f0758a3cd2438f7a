import { expect, test } from 'vitest';
import type { Recipe, Schedule } from '../../src/contract/runConfig.ts';
import { learningRateAt } from '../../src/training/learningRate.ts';

const rates = (schedule: Schedule, steps: number) => {
  const recipe: Recipe = {
    ...{ steps, batchSize: 64, learningRate: 0.1, schedule },
    ...{ momentum: 0.9, weightDecay: 0, seed: 1 },
  };
  return Array.from({ length: steps }, (_, i) => learningRateAt(i + 1, recipe));
};

test('without a schedule it stays', () => {
  expect(new Set(rates({ warmUp: 0, decay: 'none' }, 10))).toEqual(new Set([0.1]));
});

test('the paper’s is divided by 10 after half and after three quarters of the steps', () => {
  const all = rates({ warmUp: 0, decay: 'steps' }, 64_000);
  expect([all[31_999], all[32_000], all[47_999], all[48_000], all.at(-1)]).toEqual([
    0.1,
    expect.closeTo(0.01, 12),
    expect.closeTo(0.01, 12),
    expect.closeTo(0.001, 12),
    expect.closeTo(0.001, 12),
  ]);
});

test('a warm-up rises in equal parts to the full rate', () => {
  const [a, b, c, d, e] = rates({ warmUp: 4, decay: 'none' }, 6);
  [0.025, 0.05, 0.075, 0.1, 0.1].forEach((rate, i) =>
    expect([a, b, c, d, e][i]).toBeCloseTo(rate, 12),
  );
});

test('a cosine falls from the full rate, through half of it, to almost nothing', () => {
  const all = rates({ warmUp: 0, decay: 'cosine' }, 100);
  expect(all[0]).toBe(0.1);
  expect(all[50]).toBeCloseTo(0.05, 12);
  expect(all[99]).toBeLessThan(0.0001);
  expect(all.toSorted((a, b) => b - a)).toEqual(all);
});
