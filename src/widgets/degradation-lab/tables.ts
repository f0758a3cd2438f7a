import { runUpTo, type RunRecord } from '../../contract/runRecord.ts';
import { toCsv, type Table } from '../../figure/tools/table.ts';
import { percentExact } from '../../lib/format.ts';
import { smoothingWindow } from '../../figure/runs/errors.ts';
import { meanError } from './describe.ts';

/** The numbers of the curves, to read: a row for each measurement of test error and for the last step. */
export function errorTable(runs: readonly RunRecord[]): Table {
  const [first] = runs;
  const networks = first?.networks ?? [];
  const measured = networks.flatMap(({ measurements }) => measurements.map(({ step }) => step));
  const last = Math.max(0, ...runs.map(({ step }) => step));
  const steps = [...new Set([...measured, last])].filter((step) => step > 0).sort((a, b) => a - b);
  const batches = first ? `the last ${smoothingWindow(first)} batches` : 'the last batches';
  const pictures = first?.config.evaluation.pictures ?? 0;
  return {
    caption:
      `Training error is the mean over ${batches}; test error is measured on ` +
      `${pictures} pictures that no network was trained on.` +
      (runs.length > 1 ? ` Each number is the mean of ${runs.length} seeds.` : ''),
    head: ['Step', ...networks.flatMap(({ id }) => [`${id} training`, `${id} test`])],
    show: [undefined, ...networks.flatMap(() => [percentExact, percentExact])],
    rows: steps.map((step) => {
      const reached = runs.filter((run) => run.step >= step).map((run) => runUpTo(run, step));
      return [
        step,
        ...networks.flatMap((_, index) => [
          meanError(reached, index, 'training') ?? '–',
          meanError(reached, index, 'test') ?? '–',
        ]),
      ];
    }),
  };
}

/**
 * Every number of runs to download: a row a step (or so many as each is the mean of), the batch's training error
 * and, where measured, the test error; of several runs one after the other, by seed.
 */
export function runsCsv(runs: readonly RunRecord[]): string {
  const [first] = runs;
  if (!first) return '';
  const several = runs.length > 1;
  const head = [
    'step',
    ...first.networks.flatMap(({ id }) => [`${id} training error`, `${id} test error`]),
  ];
  const table: Table = {
    caption: '',
    head: several ? ['seed', ...head] : head,
    rows: runs.flatMap((run) =>
      rowsOf(run).map((row) => (several ? [run.config.recipe.seed, ...row] : row)),
    ),
  };
  const settings = JSON.stringify(first.config);
  return toCsv(table, `Started ${first.startedAt}; ${first.engine.device}; ${settings}`);
}

function rowsOf({ networks, every }: RunRecord): number[][] {
  const steps = Math.max(0, ...networks.map(({ trainErrors }) => trainErrors.length));
  const tests = networks.map(
    ({ measurements }) => new Map(measurements.map(({ step, testError }) => [step, testError])),
  );
  return Array.from({ length: steps }, (_, index) => [
    (index + 1) * every,
    ...networks.flatMap(({ trainErrors }, n) => [
      trainErrors[index] ?? NaN,
      tests[n]?.get((index + 1) * every) ?? NaN,
    ]),
  ]);
}
