import { expect, test } from 'vitest';
import { decades, series } from '../../../src/widgets/gradient-thermometer/curves.ts';
import { progress, table, takeaway } from '../../../src/widgets/gradient-thermometer/describe.ts';
import { runOf } from '../../../src/widgets/gradient-thermometer/examples.ts';

const both = runOf(
  ['plain', 0, [0.001, 0.01]],
  ['plain', 30, [0.02, 0.01]],
  ['residual', 0, [0.05, 0.01]],
);

test('a network has a curve before training and one after the latest step', () => {
  expect(series(both).map(({ label, deep }) => [label, deep])).toEqual([
    ['plain, untrained', false],
    ['plain, step 30', true],
    ['residual, untrained', false],
  ]);
  expect(series(both)[0]!.points).toEqual([
    [0, 0.001],
    [1, 0.01],
  ]);
});

test('the axis holds every value, over four powers of ten at least', () => {
  expect(decades([])).toEqual([1e-4, 1]);
  const [bottom, top] = decades(series(both));
  expect([Math.log10(bottom), Math.log10(top)].map(Math.round)).toEqual([-5, -1]);
});

test('the takeaway gives factors, and no cause', () => {
  const sentence = takeaway(both);
  expect(sentence).toMatch(/multiplied by 0\.10 in the untrained plain-20 and 2\.0 after 30 steps/);
  expect(sentence).toMatch(/by 5\.0 in the untrained residual-20\./);
  expect(sentence).not.toMatch(/because|cause|vanish/i);
});

test('a network that diverged is drawn as it last was, and said so', () => {
  const run = runOf(['plain', 0, [1, 1]], ['plain', 5, [NaN, NaN], NaN]);
  expect(series(run)).toHaveLength(1);
  expect(takeaway(run)).toMatch(/by step 5 its loss or gradient was no longer a number/);
});

test('a gradient that overflows, or that nothing is left of, is told in words', () => {
  const overflown = runOf(['plain', 0, [1, 1]], ['plain', 5, [Infinity, Infinity], 2.3]);
  expect(takeaway(overflown)).toMatch(/by 1\.0 in the untrained plain-20 \(by step 5/);
  const silent = runOf(['plain', 0, [0, 0]]);
  expect(takeaway(silent)).toMatch(/by 0 ÷ 0 \(no gradient reaches even the last block\) in/);
});

test('the table has a row a block and a column a reading', () => {
  expect(table(both)!.head).toEqual(['block', 'plain step 0', 'plain step 30', 'residual step 0']);
  expect(table(both)!.rows[0]).toEqual([0, 0.001, 0.02, 0.05]);
  expect(progress(both)).toBe('step 0 of 30 of the residual network');
});
