import { expect, test } from 'vitest';
import { histogramOf } from '../../../src/widgets/layer-histogram/bins.ts';
import { domain, series, table, takeaway } from '../../../src/widgets/layer-histogram/describe.ts';
import { initial, reduce } from '../../../src/widgets/layer-histogram/run.ts';
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
  expect(takeaway(run)).toBe(
    'In training mode the values come out with mean 0.00 and standard deviation 1.00 (β is 0, γ is 1). After 2 batches the running variance is 1.6; the last batch’s own is 4.0.',
  );
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

test('the histograms of a run stay until the next has its own', () => {
  expect(initial(run.settings, run).values).toBe(run.values);
});

test('a run grows by its findings and leaves the one before alone', () => {
  const empty = initial(run.settings, null);
  const [own, running] = [run.own[0]!, run.running[0]!];
  const values = { before: Float32Array.of(1), after: Float32Array.of(2) };
  const grown = reduce(reduce(empty, { type: 'statistics', batch: 1, own, running }), {
    type: 'values',
    ...values,
  });
  expect(grown).toMatchObject({ own: [own], running: [running], values });
  expect(empty.own).toEqual([]);
});
