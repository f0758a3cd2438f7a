import { runUpTo, type RunRecord } from '../../contract/runRecord.ts';
import { toCsv, type Table } from '../../figure/tools/table.ts';
import { percentExact } from '../../lib/format.ts';
import { smoothingWindow, testErrorAt, trainErrorOf } from './curves.ts';

/** The numbers of the curves, to read: a row for each measurement of test error and for the last step. */
export function errorTable(record: RunRecord): Table {
  const { networks, step: last, config } = record;
  const measured = networks.flatMap(({ measurements }) => measurements.map(({ step }) => step));
  const steps = [...new Set([...measured, last])].filter((step) => step > 0).sort((a, b) => a - b);
  return {
    caption:
      `Training error is the mean over the last ${smoothingWindow(record)} batches; test error is measured on ` +
      `${config.evaluation.pictures} pictures that no network was trained on.`,
    head: ['Step', ...networks.flatMap(({ id }) => [`${id} training`, `${id} test`])],
    show: [undefined, ...networks.flatMap(() => [percentExact, percentExact])],
    rows: steps.map((step) => [
      step,
      ...networks.flatMap((network) => [
        trainErrorOf(runUpTo(record, step), network) ?? '–',
        testErrorAt(network, step) ?? '–',
      ]),
    ]),
  };
}

/**
 * Every number of a run to download: a row a step (or so many as each is the mean of),
 * the batch's training error and, where measured, the test error.
 */
export function runCsv({ networks, startedAt, engine, config, every }: RunRecord): string {
  const steps = Math.max(0, ...networks.map(({ trainErrors }) => trainErrors.length));
  const tests = networks.map(
    ({ measurements }) => new Map(measurements.map(({ step, testError }) => [step, testError])),
  );
  const table: Table = {
    caption: '',
    head: ['step', ...networks.flatMap(({ id }) => [`${id} training error`, `${id} test error`])],
    rows: Array.from({ length: steps }, (_, index) => [
      (index + 1) * every,
      ...networks.flatMap(({ trainErrors }, n) => [
        trainErrors[index] ?? NaN,
        tests[n]?.get((index + 1) * every) ?? NaN,
      ]),
    ]),
  };
  const settings = JSON.stringify(config);
  return toCsv(table, `Started ${startedAt}; ${engine.device}; ${settings}`);
}
