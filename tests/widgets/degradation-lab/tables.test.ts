import { expect, test } from 'vitest';
import { runWith } from '../../../src/widgets/degradation-lab/exampleRun.ts';
import { errorTable, runsCsv } from '../../../src/widgets/degradation-lab/tables.ts';

test('the CSV has a row a step and says where it comes from', () => {
  const lines = runsCsv([runWith({ 'plain-20': 0.5, 'residual-20': 0.25 }, 3)])
    .trim()
    .split('\n');
  expect(lines[0]).toBe(
    'step,plain-20 training error,plain-20 test error,residual-20 training error,residual-20 test error,provenance',
  );
  expect(lines[1]).toMatch(/^1,0\.5,,0\.25,,"Started 2026-11-24.*WebAssembly/);
  expect(lines.slice(2)).toEqual(['2,0.5,,0.25,,', '3,0.5,0.51,0.25,0.26,']);
});

test('the table has a row for each measurement of test error and for the last step', () => {
  const run = runWith({ 'plain-20': 0.5, 'residual-20': 0.25 }, 60);
  const { measurements } = run.networks[0]!;
  measurements.unshift({ ...measurements[0]!, step: 50, testError: 0.875 });
  const { head, rows, show, caption } = errorTable([run]);
  expect(caption).toContain('500 pictures that no network was trained on');
  expect(head).toEqual([
    'Step',
    ...['plain-20 training', 'plain-20 test', 'residual-20 training', 'residual-20 test'],
  ]);
  expect(show?.map((format) => format?.(0.875))).toEqual([undefined, ...Array(4).fill('87.5 %')]);
  expect(rows).toEqual([
    [50, 0.5, 0.875, 0.25, '–'],
    [60, 0.5, 0.51, 0.25, 0.26],
  ]);
});

test('of several seeds the table has the means, and the CSV has each with its seed', () => {
  const other = runWith({ 'plain-20': 0.7 }, 3);
  other.config.recipe.seed = 2;
  const runs = [runWith({ 'plain-20': 0.5 }, 3), other];
  const { rows, caption } = errorTable(runs);
  expect(caption).toContain('Each number is the mean of 2 seeds.');
  expect(rows).toEqual([[3, expect.closeTo(0.6), expect.closeTo(0.61)]]);
  const lines = runsCsv(runs).trim().split('\n');
  expect(lines[0]).toMatch(/^seed,step,plain-20 training error,/);
  expect(lines.slice(1).map((line) => line.slice(0, 7))).toEqual([
    ...['1,1,0.5', '1,2,0.5', '1,3,0.5', '2,1,0.7', '2,2,0.7', '2,3,0.7'],
  ]);
});
