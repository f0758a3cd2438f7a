import { expect, test } from 'vitest';
import { histogramOf } from '../../../src/widgets/layer-histogram/bins.ts';
import {
  domain,
  series,
  table,
  takeaway,
  usedBy,
} from '../../../src/widgets/layer-histogram/describe.ts';
import { prediction } from '../../../src/widgets/layer-histogram/prediction.ts';
import { finished, initial, reduce } from '../../../src/widgets/layer-histogram/run.ts';
import { run } from '../../../src/widgets/layer-histogram/examples.ts';

test('every value is in one bin or outside', () => {
  const { shares, outside, mean, deviation } = histogramOf(Float32Array.of(-8, 0, 0, 20));
  expect(shares[0]).toBe(0.25);
  expect(shares[32]).toBe(0.5);
  expect(outside).toBe(0.25);
  expect(mean).toBe(3);
  expect(deviation).toBeCloseTo(Math.sqrt((121 + 9 + 9 + 289) / 4), 6);
});

test('the takeaway gives what came out, and how far the running variance is', () => {
  expect(takeaway(run)).toEqual({
    key: '1.00',
    text: 'In training mode the values come out with mean 0.00 and standard deviation 1.00 (γ is 1.0, β is 0.0). After 2 batches the running variance is 1.6; the last batch’s own is 4.0.',
  });
});

test('curves of own and running statistics, on an axis with the start', () => {
  const curves = series(run, 'mean');
  expect(curves.map(({ points }) => points.at(-1))).toEqual([
    [2, 2],
    [2, 0.38],
  ]);
  expect(domain(curves, 0)).toEqual([0, 2.2]);
  expect(table(run)!.rows[0]).toEqual([1, 2, 4, 0.2, 1.3]);
});

test('what a run found is shown until the next has its own', () => {
  const next = initial({ ...run.settings, scale: 3 }, run);
  const [own, running] = [run.own[0]!, run.running[0]!];
  const begun = reduce(next, { type: 'statistics', batch: 1, own, running });
  expect(finished(begun)).toEqual(run);
  expect(takeaway(begun)).toEqual(takeaway(run));
  expect(table(begun)).toEqual(table(run));
  const done = reduce(begun, { type: 'values', ...run.values! });
  expect(finished(done)).toEqual(done);
  expect(done.previous).toBeNull();
});

test('the layer normalises with the batch’s statistics in training, with the running ones in evaluation', () => {
  const shown = finished(run)!;
  expect(usedBy(shown)).toMatchObject({ mean: 2, deviation: 2 });
  const evaluated = { ...shown, settings: { ...shown.settings, mode: 'eval' as const } };
  expect(usedBy(evaluated)).toMatchObject({ mean: 0.38, deviation: Math.sqrt(1.57) });
});

test('the prediction is decided by what the deviation comes nearest to', () => {
  const outcome = (...after: number[]) =>
    prediction.outcome({
      result: { ...run, values: { ...run.values!, after: Float32Array.from(after) } },
      settings: run.settings,
      props: {},
    })?.right;
  expect([outcome(-1, 1), outcome(-2, 2), outcome(0.1, -0.1)]).toEqual([0, 1, 2]);
  expect(
    prediction.outcome({ result: initial(run.settings, run), settings: run.settings, props: {} }),
  ).toBeNull();
});

test('a run grows by its findings and leaves the one before alone', () => {
  const empty = initial(run.settings, null);
  const [own, running] = [run.own[0]!, run.running[0]!];
  const values = { before: Float32Array.of(1), after: Float32Array.of(2) };
  const grown = reduce(reduce(empty, { type: 'statistics', batch: 1, own, running }), {
    type: 'values',
    ...values,
  });
  expect(grown).toMatchObject({ own: [own], running: [running], values, previous: null });
  expect(empty.own).toEqual([]);
});
