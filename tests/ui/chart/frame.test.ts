import { expect, test } from 'vitest';
import { layOut } from '../../../src/ui/chart/frame.ts';

const layout = {
  x: { domain: [0, 300] as [number, number] },
  y: { domain: [0, 1] as [number, number] },
  height: 300,
  margin: { top: 14, right: 128, bottom: 40, left: 48 },
  narrowMargin: { right: 14, left: 44 },
};

test('a wide chart keeps room for names beside the curves', () => {
  const { isNarrow, left, right, top, bottom, x, y } = layOut(layout, 520);
  expect(isNarrow).toBe(false);
  expect({ left, right, top, bottom }).toEqual({ left: 48, right: 392, top: 14, bottom: 260 });
  expect([x.at(0), x.at(300), y.at(0), y.at(1)]).toEqual([left, right, bottom, top]);
});

test('a narrow chart does not', () => {
  const { isNarrow, left, right, top, bottom } = layOut(layout, 459);
  expect(isNarrow).toBe(true);
  expect({ left, right, top, bottom }).toEqual({ left: 44, right: 445, top: 14, bottom: 260 });
});

test('a style sheet may ask for a taller chart, whose margins stay', () => {
  const { height, top, bottom } = layOut(layout, 520, 1.55);
  expect({ height, top, bottom }).toEqual({ height: 465, top: 14, bottom: 425 });
});

test('a style sheet may ask for a chart that fills its place, down to a least height', () => {
  expect([410, 20].map((filled) => layOut(layout, 520, 1.55, 1, filled).height)).toEqual([
    410, 180,
  ]);
});

test('the wider the chart, the more ticks, two at least', () => {
  const counts = [250, 520, 1050].map((width) => layOut(layout, width).x.ticks.length);
  expect(counts).toEqual([...counts].sort((a, b) => a - b));
  expect(counts[0]).toBeGreaterThanOrEqual(2);
  expect(counts[2]).toBeGreaterThan(counts[0]!);
});

test('before an audience a chart keeps its size on the screen, and all in it is larger', () => {
  const { width, height, magnify, left, top } = layOut(layout, 1000, 1, 1.6);
  expect({ width, height, magnify, left, top }).toEqual({
    ...{ width: 625, height: 188, magnify: 1.6, left: 48, top: 14 },
  });
  expect(layOut(layout, 700, 1, 1.6).isNarrow).toBe(true);
});
