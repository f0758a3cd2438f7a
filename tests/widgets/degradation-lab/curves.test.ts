import { expect, test } from 'vitest';
import {
  runningMean,
  testErrorAt,
  trainErrorAt,
} from '../../../src/widgets/degradation-lab/curves.ts';
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
  const [network] = runWith({ 'plain-20': 0.5 }, 50).networks;
  expect(trainErrorAt(network!, 0)).toBeUndefined();
  expect(trainErrorAt(network!, 50)).toBeCloseTo(0.5);
  expect(testErrorAt(network!, 49)).toBeUndefined();
  expect(testErrorAt(network!, 50)).toBeCloseTo(0.51);
});

test('a long run is drawn with few points, the last among them', () => {
  const values = Array.from({ length: 64_000 }, (_, index) => index % 2);
  const means = runningMean(values);
  expect(means.length).toBeLessThan(600);
  expect(means.at(-1)).toEqual([64_000, 0.5]);
});
