import { expect, test } from 'vitest';
import { startOf } from '../../../src/figure/settings/settings.tsx';
import type { CopyFinding } from '../../../src/contract/experiments.ts';
import { initial, reduce, stepOf } from '../../../src/widgets/learn-to-copy/run.ts';
import { settings } from '../../../src/widgets/learn-to-copy/settings.ts';
import { table, takeaway } from '../../../src/widgets/learn-to-copy/describe.ts';
import { prediction } from '../../../src/widgets/learn-to-copy/prediction.ts';
import { textOf } from '../../../src/figure/frame/Takeaway.tsx';
import { runWith } from '../../../src/widgets/learn-to-copy/examples.ts';

test('a run grows by its findings and leaves the one before alone', () => {
  const empty = initial(startOf(settings));
  const picture = new Float32Array(3);
  const findings: CopyFinding[] = [
    { type: 'target', size: 1, pictures: [picture], greyError: 0.06 },
    { type: 'error', step: 1, errors: { plain: 0.5, residual: 0.25 } },
    { type: 'copies', step: 1, copies: { plain: [picture], residual: [picture] } },
  ];
  const run = findings.reduce(reduce, empty);
  expect(run).toMatchObject({ greyError: 0.06, errors: { plain: [0.5], residual: [0.25] } });
  expect(run.copies.plain).toEqual([picture]);
  expect(stepOf(empty)).toBe(0);
});

const said = (plain: number, residual: number, steps: number) =>
  textOf(takeaway(runWith(plain, residual, steps)));

test.each([
  [
    0.05,
    0.00001,
    /hardly more than a flat colour: its error is 83 % .*a copy that no eye .*< 0\.1 %/,
  ],
  [0.03, 0.00001, /a poor copy: its error is 50 % of what one flat colour would give/],
  [0.06, 0.3, /hardly more than a flat colour.*something worse than a flat colour \(500 %\)/],
  [0.001, 0.001, /a good copy: its error is 1\.7 %.* a good copy \(1\.7 %\)/],
  [NaN, 0.001, /numbers that have overflowed/],
])('errors of %s and %s are told as they are', (plain, residual, sentence) => {
  expect(said(plain, residual, 100)).toMatch(sentence);
});

test('few steps say nothing yet', () => {
  expect(said(0.3, 0.001, 5)).toBe('Too early to tell.');
});

test.each([
  [0.05, 0.00001, 1],
  [0.001, 0.001, 2],
  [0.3, 0.3, 3],
])('errors of %s and %s decide the prediction', (plain, residual, right) => {
  const result = runWith(plain, residual, 150);
  const evidence = { settings: result.settings, props: {} };
  expect(prediction.outcome({ ...evidence, result })?.right).toBe(right);
  expect(prediction.outcome({ ...evidence, result: null })).toBeNull();
});

test('the table has a row a step', () => {
  expect(table(runWith(0.5, 0.25, 2))!.rows).toEqual([
    [1, 0.5, 0.25],
    [2, 0.5, 0.25],
  ]);
  expect(table(initial(startOf(settings)))).toBeNull();
});
