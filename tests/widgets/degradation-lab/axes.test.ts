import { expect, test } from 'vitest';
import type { Series } from '../../../src/ui/chart/LineChart.tsx';
import {
  errorAxis,
  halvesTo,
  lossAxis,
  roundAround,
} from '../../../src/widgets/degradation-lab/curves/axes.ts';
import { runWith } from '../../../src/widgets/degradation-lab/exampleRun.ts';
import { paperLines, paperNote } from '../../../src/widgets/degradation-lab/view/paper.ts';

const ending = (y: number): Series[] => [
  { id: 'a', label: 'a', kind: 'plain', deep: true, points: [[1, y]] },
];

test('an error axis begins below the lowest curve, and never hides one', () => {
  const starts = [0.7, 0.45, 0.35, 0.15].map((y) => errorAxis(ending(y), false).yDomain[0]);
  expect(starts).toEqual([0.4, 0.4, 0.2, 0]);
  const log = [0.7, 0.15, 0.08, 0.001].map((y) => errorAxis(ending(y), true));
  expect(log.map(({ yDomain }) => yDomain[0])).toEqual([0.2, 0.1, 0.05, 0.01]);
  expect(log[0]?.yTicks).toEqual([0.2, 0.4, 0.6, 0.8, 1]);
});

test('other axes reach around all values', () => {
  expect(lossAxis(ending(2.9))).toEqual([0, 3]);
  expect(lossAxis(ending(40))).toEqual([0, 5]);
  expect(halvesTo([0.2, 1.2])).toEqual([0, 1.5]);
  expect(roundAround([0.03, 0.4])).toEqual({
    ...{ yDomain: [0.02, 0.5], yTicks: [0.02, 0.05, 0.1, 0.2, 0.5] },
  });
  expect(roundAround([0.0003, 9]).yTicks).toEqual([0.001, 0.01, 0.1, 1, 10]);
  expect(roundAround([]).yDomain).toEqual([0.01, 1]);
});

test('what the paper reports is a line where the axis reaches it, and a note where it does not', () => {
  const runs = [runWith({ 'residual-20': 0.4, 'residual-56': 0.4, 'plain-20': 0.5 }, 5000)];
  expect(paperLines(runs, [0.2, 1])).toEqual([]);
  expect(paperLines(runs, [0.08, 1]).map(({ value }) => value)).toEqual([0.0875]);
  expect(paperLines(runs, [0, 1])).toHaveLength(2);
  expect(paperNote(runs)).toBe(
    'The paper reports 8.75 % (20 layers) and 6.97 % (56 layers) test error for residual networks (He et al. 2015, Table 6). The errors here are larger: narrower networks, pictures of 16 × 16 pixels, 5,000 steps instead of 64,000.',
  );
  expect(paperNote([runWith({ 'residual-8': 0.4 })])).toBe('');
});
