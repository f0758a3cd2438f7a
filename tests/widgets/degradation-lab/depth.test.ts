import { expect, test } from 'vitest';
import { runWith } from '../../../src/widgets/degradation-lab/exampleRun.ts';
import { callout, plainGap } from '../../../src/widgets/degradation-lab/gap.ts';

const errors = { 'plain-20': 0.68, 'plain-56': 0.87, 'residual-20': 0.56, 'residual-56': 0.62 };

test('the gap between the plain networks is the key number, and is in the text', () => {
  const run = runWith(errors, 300);
  expect(plainGap(run)).toEqual({ from: 'plain-20', to: 'plain-56', label: '19 points' });
  expect(callout(run)).toMatchObject({ key: '19 points', kind: 'plain' });
  expect(callout(run)).toHaveProperty('text', expect.stringContaining('19 points worse'));
});

test.each([
  ['too early', runWith(errors, 20)],
  ['where the deep network is better', runWith({ 'plain-20': 0.7, 'plain-56': 0.6 }, 300)],
  ['of nearly the same errors', runWith({ 'plain-20': 0.6, 'plain-56': 0.61 }, 300)],
  ['without plain networks', runWith({ 'residual-20': 0.5, 'residual-56': 0.9 }, 300)],
])('no gap is named %s', (_, run) => {
  expect(plainGap(run)).toBeNull();
  expect(callout(run)).toEqual(expect.any(String));
});
