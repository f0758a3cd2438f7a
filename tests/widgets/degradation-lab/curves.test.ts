import { expect, test } from 'vitest';
import { runningMean, testErrorAt, trainErrorOf } from '../../../src/figure/runs/errors.ts';
import { runWith } from '../../../src/widgets/degradation-lab/exampleRun.ts';

test('the running mean equals the mean of each window', () => {
  const values = Array.from({ length: 30 }, (_, i) => (i * 7) % 11);
  for (const [step, mean] of runningMean(values, 8)) {
    const window = values.slice(Math.max(0, step - 8), step);
    expect(mean).toBeCloseTo(window.reduce((a, b) => a + b) / window.length, 12);
  }
  expect(runningMean(values, 8).map(([step]) => step)).toEqual(
    values.slice(4).map((_, i) => i + 5),
  );
});

test('errors at a step are those measured up to it', () => {
  const run = runWith({ 'plain-20': 0.5 }, 50);
  const [network] = run.networks;
  expect(trainErrorOf({ ...run, step: 0 }, network!)).toBeUndefined();
  expect(trainErrorOf(run, network!)).toBeCloseTo(0.5);
  expect(testErrorAt(network!, 49)).toBeUndefined();
  expect(testErrorAt(network!, 50)).toBeCloseTo(0.51);
});

test('a long run is drawn with few points, the last among them', () => {
  const values = Array.from({ length: 64_000 }, (_, index) => index % 2);
  const means = runningMean(values, 40);
  expect(means.length).toBeLessThan(600);
  expect(means.at(-1)).toEqual([64_000, 0.5]);
});

test('a thinned run has its points where the steps they stand for end', () => {
  const means = runningMean([0.9, 0.7, 0.5, 0.3], 40, 20);
  const expected = [0.9, 0.8, 0.6, 0.4];
  expect(means.map(([step]) => step)).toEqual([20, 40, 60, 80]);
  means.forEach(([, mean], i) => expect(mean).toBeCloseTo(expected[i]!, 12));
  const [network] = runWith({ 'plain-20': 0.5 }, 4).networks;
  const thinned = { ...runWith({ 'plain-20': 0.5 }, 80), every: 20 };
  expect(trainErrorOf(thinned, { ...network!, trainErrors: [0.9, 0.7, 0.5, 0.3] })).toBeCloseTo(
    0.4,
  );
});

test('a mean of one step is the values themselves, from the first on', () => {
  expect(runningMean([0.9, 0.7], 1)).toEqual([
    [1, 0.9],
    [2, expect.closeTo(0.7)],
  ]);
});
