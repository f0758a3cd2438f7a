import { expect, test } from 'vitest';
import { startOf } from '../../../src/figure/settings.tsx';
import type { CopyFinding } from '../../../src/contract/experiments.ts';
import { initial, reduce, stepOf } from '../../../src/widgets/learn-to-copy/run.ts';
import { settings } from '../../../src/widgets/learn-to-copy/settings.ts';
import { table, takeaway } from '../../../src/widgets/learn-to-copy/describe.ts';
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

test.each([
  [0.05, 0.00001, /0\.050, hardly better than one flat colour/],
  [
    0.03,
    0.00001,
    /0\.030, 50 % of what one flat colour would give; .*1\.0×10⁻⁵, a copy that no eye/,
  ],
  [0.06, 0.3, /hardly better than one flat colour; .*worse than one flat colour \(0\.060\)/],
  [0.001, 0.001, /a good copy; .*a good copy/],
  [NaN, 0.001, /no longer a number/],
])('errors of %s and %s are told as they are', (plain, residual, sentence) => {
  expect(takeaway(runWith(plain, residual, 100))).toMatch(sentence);
});

test('few steps say nothing yet', () => {
  expect(takeaway(runWith(0.3, 0.001, 5))).toBe('Too early to tell.');
});

test('the table has a row a step', () => {
  expect(table(runWith(0.5, 0.25, 2))!.rows).toEqual([
    [1, 0.5, 0.25],
    [2, 0.5, 0.25],
  ]);
  expect(table(initial(startOf(settings)))).toBeNull();
});
