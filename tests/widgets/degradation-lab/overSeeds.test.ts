import { expect, test } from 'vitest';
import {
  bandOf,
  cutAt,
  cutBandAt,
  meanCurve,
  meanList,
  type Point,
} from '../../../src/widgets/degradation-lab/curves/overSeeds.ts';

const curves: Point[][] = [
  [
    [10, 0.9],
    [20, 0.8],
  ],
  [
    [10, 0.7],
    [20, 0.4],
  ],
];

/** Without what floating point adds. */
const rounded = (lists: number[][]) => lists.map((list) => list.map((n) => Number(n.toFixed(9))));

test('seeds are drawn as their mean, with a band from the least to the most', () => {
  expect(rounded(meanCurve(curves))).toEqual([
    [10, 0.8],
    [20, 0.6],
  ]);
  expect(bandOf(curves)).toEqual([
    [10, 0.7, 0.9],
    [20, 0.4, 0.8],
  ]);
});

test('one seed is its own mean, and has no band', () => {
  expect(meanCurve(curves.slice(0, 1))).toEqual(curves[0]);
  expect(bandOf(curves.slice(0, 1))).toEqual([]);
  expect(meanCurve([])).toEqual([]);
});

test('where one seed has ended or has other points, the mean is of those that are there', () => {
  const short: Point[] = [
    [5, 0.5],
    [15, 0.3],
  ];
  expect(rounded(meanCurve([short, curves[0]!]))).toEqual([
    [10, 0.65],
    [20, 0.8],
  ]);
});

test('lists are averaged number by number', () => {
  expect(
    meanList([
      [1, 2],
      [3, 6],
    ]),
  ).toEqual([2, 4]);
  expect(meanList([])).toEqual([]);
});

test('a curve that is cut ends exactly at the step, on the line between its points', () => {
  const [curve] = curves as [Point[]];
  expect(rounded(cutAt(curve, 15))).toEqual([
    [10, 0.9],
    [15, 0.85],
  ]);
  expect(cutAt(curve, 20)).toEqual(curve);
  expect(cutAt(curve, 99)).toEqual(curve);
  expect(cutAt(curve, 5)).toEqual([]);
  expect(cutBandAt(bandOf(curves), 15)).toEqual([[10, 0.7, 0.9]]);
});
