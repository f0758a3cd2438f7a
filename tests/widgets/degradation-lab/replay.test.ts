import { expect, test } from 'vitest';
import {
  replaySeconds,
  scrubberUnit,
  stepAfter,
  strideOf,
} from '../../../src/widgets/degradation-lab/view/replay.ts';

test('5,000 steps take 40 seconds, longer runs no longer, and short ones at least 8', () => {
  expect([300, 1500, 5000, 64_000].map(replaySeconds)).toEqual([8, 12, 40, 40]);
});

test('a replay goes on evenly', () => {
  expect(stepAfter(0, 20_000, 5000)).toBeCloseTo(2500);
  expect(stepAfter(4990, 1000, 5000)).toBeGreaterThan(5000);
});

test('a press goes on by a twentieth', () => {
  expect([5000, 300, 10, 64_000].map(strideOf)).toEqual([250, 15, 1, 3200]);
  for (const steps of [5000, 1235, 64_000]) expect(strideOf(steps) % scrubberUnit(steps)).toBe(0);
});
