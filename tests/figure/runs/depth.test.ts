import { expect, test } from 'vitest';
import {
  addedPoints,
  depthGaps,
  depthOf,
  furthest,
  shortVerdict,
  signedPoints,
} from '../../../src/figure/runs/depth.ts';
import { runWith } from '../../../src/widgets/degradation-lab/exampleRun.ts';

const errors = { 'plain-20': 0.68, 'plain-56': 0.87, 'residual-20': 0.57, 'residual-56': 0.56 };
const run = runWith(errors, 1000);
const other = runWith({ ...errors, 'plain-56': 0.91 }, 1000);

test('what depth did to each kind has a bracket in the chart', () => {
  expect(depthGaps([run])).toEqual([
    { from: 'plain-20', to: 'plain-56', label: '+19 points' },
    { from: 'residual-20', to: 'residual-56', label: '−1 point' },
  ]);
  expect(depthGaps([run, other])[0]?.label).toBe('+21 points');
  expect(depthGaps([runWith(errors, 20)])).toEqual([]);
  expect(depthGaps([runWith({ 'plain-20': 0.6, 'residual-20': 0.5 }, 1000)])).toEqual([]);
  expect(depthGaps([])).toEqual([]);
});

test('the number is the difference of the percentages that are printed', () => {
  const almost = depthOf([runWith({ 'plain-20': 0.446, 'plain-56': 0.554 }, 1000)], 'plain');
  expect(addedPoints(almost!)).toBe(10);
  expect([31, 1, 0, -1].map(signedPoints)).toEqual([
    ...['+31 points', '+1 point', '0 points', '−1 point'],
  ]);
});

test('the same rule gives both kinds their words, with the seeds that they hold for', () => {
  const says = (kind: 'plain' | 'residual', runs = [run]) => shortVerdict(depthOf(runs, kind)!);
  expect(says('plain')).toBe('the degradation, in this one seed');
  expect(says('plain', [run, other])).toBe('the degradation, in each of 2 seeds');
  expect(says('residual', [run, other])).toBe('about the same, in each of 2 seeds');
  const failing = runWith({ 'residual-20': 0.5, 'residual-56': 0.6 }, 1000);
  expect(says('residual', [failing])).toBe('the degradation, in this one seed');
  expect(says('plain', [runWith(errors, 300)])).toBe('worse so far, in this one seed');
  expect(says('plain', [runWith(errors, 99)])).toBe('too early to tell');
  const even = runWith({ ...errors, 'plain-56': 0.69 }, 1000);
  expect(says('plain', [run, even, even])).toBe('worse, in 1 of 3 seeds');
});

test('of test error the same is said, as it was last measured, but never that it is the degradation', () => {
  const depth = depthOf([run, other], 'plain', 'test')!;
  expect(addedPoints(depth)).toBe(21);
  expect(shortVerdict(depth)).toBe('worse, in each of 2 seeds');
  expect(depthGaps([run], 'test')[0]).toMatchObject({ from: 'plain-20', label: '+19 points' });

  const ahead = { ...runWith(errors, 1000), step: 1040 };
  expect(depthOf([ahead], 'plain', 'test')?.step).toBe(1000);
  // In the middle of a measurement only one of the networks has its newest.
  ahead.networks[0]!.measurements.push({ ...ahead.networks[0]!.measurements[0]!, step: 1040 });
  expect(depthOf([ahead], 'plain', 'test')?.step).toBe(1000);
  const early = runWith(errors, 1000);
  for (const network of early.networks) network.measurements = [];
  expect(depthOf([early], 'plain', 'test')).toBeUndefined();
});

test('only the seeds that are furthest are compared, without a network that diverged', () => {
  expect(furthest([run, runWith(errors, 300)])).toEqual([run]);
  const diverged = runWith(errors, 1000);
  diverged.networks[1]!.divergedAt = 70;
  expect(depthOf([diverged], 'plain')).toBeUndefined();
  expect(depthOf([diverged, run], 'plain')?.pairs).toHaveLength(1);
});
