import { expect, test } from 'vitest';
import {
  blockSeries,
  lossSeries,
  paleSeries,
  seriesUpTo,
  testSeries,
  trainSeries,
} from '../../../src/widgets/degradation-lab/curves/series.ts';
import { runWith } from '../../../src/widgets/degradation-lab/exampleRun.ts';

const seeds = [
  runWith({ 'plain-20': 0.6, 'plain-56': 0.9 }, 60),
  runWith({ 'plain-20': 0.5, 'plain-56': 0.7 }, 60),
];

test('each network is one curve, whatever the number of seeds', () => {
  const [shallow, deep] = trainSeries(seeds, 40);
  expect([shallow?.id, shallow?.deep, deep?.id, deep?.deep]).toEqual([
    ...['plain-20', false, 'plain-56', true],
  ]);
  expect(deep?.points.at(-1)?.[1]).toBeCloseTo(0.8);
  expect(deep?.band?.at(-1)).toEqual([60, expect.closeTo(0.7), expect.closeTo(0.9)]);
  expect(trainSeries(seeds.slice(0, 1), 40)[0]).not.toHaveProperty('band');
  expect(lossSeries(seeds, 40)[0]?.points.at(-1)?.[1]).toBeCloseTo(2.3 * 0.55);
  expect(trainSeries([], 40)).toEqual([]);
});

test('curves are shown up to a step, and measured points as they are', () => {
  expect(seriesUpTo(trainSeries(seeds, 40), 30.5)[0]?.points.at(-1)?.[0]).toBe(30.5);
  expect(seriesUpTo(testSeries(seeds), 59)[0]?.points).toEqual([]);
  expect(seriesUpTo(testSeries(seeds), 60)[0]?.points).toHaveLength(1);
});

test('what was measured of the blocks is drawn along the depth, from when it was first measured', () => {
  expect(blockSeries(seeds, 60, 'gradients')[1]?.points).toEqual([
    [2, expect.closeTo(0.3)],
    [4, expect.closeTo(0.2)],
    [6, expect.closeTo(0.1)],
  ]);
  expect(blockSeries(seeds, 59, 'gradients')[1]?.points).toEqual([]);
});

test('curves to compare with are those of the same networks, and have no band', () => {
  const pale = paleSeries(trainSeries(seeds, 40), ['plain-56']);
  expect(pale).toHaveLength(1);
  expect(pale[0]).toMatchObject({ pale: true, kind: 'plain' });
  expect(pale[0]).not.toHaveProperty('band');
});
