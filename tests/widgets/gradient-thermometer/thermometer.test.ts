import { expect, test } from 'vitest';
import { textOf } from '../../../src/figure/frame/Takeaway.tsx';
import {
  curvesOf,
  decades,
  divergences,
} from '../../../src/widgets/gradient-thermometer/curves.ts';
import {
  progress,
  table,
  takeaway,
  tick,
  times,
} from '../../../src/widgets/gradient-thermometer/describe.ts';
import { runOf } from '../../../src/widgets/gradient-thermometer/examples.ts';
import { prediction } from '../../../src/widgets/gradient-thermometer/prediction.ts';
import { initial } from '../../../src/widgets/gradient-thermometer/run.ts';

const both = runOf(
  ['plain', 0, [0.001, 0.01]],
  ['plain', 30, [0.02, 0.01]],
  ['residual', 0, [0.05, 0.01]],
);

test('a network has a curve before training and one after the latest step, from the last block’s 1 on', () => {
  expect(curvesOf(both).map(({ name, isTrained }) => [name, isTrained])).toEqual([
    ['plain, untrained', false],
    ['plain, after 30 steps', true],
    ['residual, untrained', false],
  ]);
  expect(curvesOf(both)[0]!.points).toEqual([
    [0, 0.1],
    [1, 1],
  ]);
});

test('the axis holds every value, over four powers of ten at least', () => {
  const powersOf = (run: typeof both) =>
    decades(curvesOf(run)).map((end) => Math.round(Math.log10(end)));
  expect(powersOf(initial(both.settings))).toEqual([-3, 1]);
  expect(powersOf(both)).toEqual([-3, 1]);
  expect(powersOf(runOf(['plain', 0, [7000, 1]], ['residual', 0, [0.002, 1]]))).toEqual([-3, 4]);
});

test('the axis and the labels say factors as words would', () => {
  expect([1e-3, 0.1, 1, 10, 1e4].map(tick)).toEqual(['÷ 1,000', '÷ 10', '× 1', '× 10', '× 10,000']);
  expect([7660, 0.372, 0.01].map(times)).toEqual(['× 7,700', '÷ 2.7', '÷ 100']);
});

test('the takeaway gives factors, the plain network’s large, and no cause', () => {
  const callout = takeaway(both);
  const sentence = textOf(callout);
  expect(sentence).toMatch(
    /divided by 10 in the untrained plain-56 \(multiplied by 2\.0 after 30 steps\)/,
  );
  expect(sentence).toMatch(/multiplied by 5\.0 in the untrained residual-56\./);
  expect(sentence).not.toMatch(/because|cause|vanish/i);
  expect(callout).toMatchObject({ key: '÷ 10', kind: 'plain' });
});

test('a network that diverged is drawn as it last was, and said so', () => {
  const run = runOf(['plain', 0, [1, 1]], ['plain', 5, [NaN, NaN], NaN]);
  expect(curvesOf(run)).toHaveLength(1);
  expect(divergences(run)).toEqual([{ kind: 'plain', text: 'plain: diverged by step 5' }]);
  expect(textOf(takeaway(run))).toMatch(/by step 5: its loss or gradient was no longer a number/);
  expect(divergences(both)).toEqual([]);
});

test('a gradient that overflows, or that nothing is left of, is told in words', () => {
  const overflown = runOf(['plain', 0, [1, 1]], ['plain', 5, [Infinity, Infinity], 2.3]);
  expect(textOf(takeaway(overflown))).toMatch(
    /by 1\.0 in the untrained plain-56, whose training diverged by step 5/,
  );
  const silent = runOf(['plain', 0, [0, 0]]);
  expect(takeaway(silent)).toMatch(/0 ÷ 0 \(no gradient reaches even the last block\) in/);
  expect(curvesOf(silent)[0]!.points).toEqual([]);
  const lost = runOf(['plain', 0, [0, 0.1, 1]]);
  expect(takeaway(lost)).toMatch(/reduced to 0 in the untrained plain-56/);
  expect(curvesOf(lost)[0]!.points).toEqual([
    [1, 0.1],
    [2, 1],
  ]);
});

test.each([
  [12, 0],
  [0.5, 1],
  [0.05, 2],
])('a gradient that is multiplied by %f decides the prediction for option %i', (ratio, right) => {
  const result = runOf(
    ['plain', 0, [ratio, 1]],
    ['residual', 0, [2600, 1]],
    ['residual', 5, [NaN, NaN], NaN],
  );
  const outcome = prediction.outcome({ result, settings: result.settings, props: {} });
  expect(outcome?.right).toBe(right);
  expect(outcome?.says).toMatch(
    /multiplied by 2,600 in the residual one, .* diverged by step 5\.$/,
  );
});

test('without a run of both networks nothing is decided', () => {
  for (const result of [null, runOf(['plain', 0, [0.05, 1]])])
    expect(prediction.outcome({ result, settings: both.settings, props: {} })).toBeNull();
});

test('the table has a row a block and a column a reading', () => {
  expect(table(both)!.head).toEqual(['block', 'plain step 0', 'plain step 30', 'residual step 0']);
  expect(table(both)!.rows[0]).toEqual([0, 0.001, 0.02, 0.05]);
  expect(progress(both)).toBe('training step 0 of 30 (residual)');
});
