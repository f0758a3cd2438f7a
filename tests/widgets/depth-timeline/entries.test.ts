import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { depthText, entries, takeaway } from '../../../src/widgets/depth-timeline/entries.ts';
import { makeScale } from '../../../src/ui/chart/scales.ts';
import { errorAxis, extent, middle, xAxes } from '../../../src/widgets/depth-timeline/layout.ts';

test('the points are those of the lesson’s table', () => {
  const lesson = readFileSync('content/lessons/08-transformers.mdx', 'utf8');
  const rows = [...lesson.matchAll(/^\| (\w+), (\d{4}) +\| ([\d–]+) +\| ([\d.]+ %)/gm)];
  expect(rows.map(([, ...cells]) => cells)).toEqual(
    entries.map((entry) => [entry.name, `${entry.year}`, depthText(entry), entry.errorText]),
  );
  for (const { error, errorText } of entries)
    expect(error).toBeCloseTo(parseFloat(errorText) / 100);
});

test('the takeaway is computed from the points', () => {
  expect(takeaway(entries).text).toMatch(/^From 2012 to 2015 .* 19 times as deep, .* to 23 % of/);
});

test.each(['depth', 'year'] as const)('every entry is on the axis of %s', (against) => {
  const [first, last] = xAxes[against].domain;
  for (const entry of entries) {
    for (const end of extent(entry, against)) {
      expect(end).toBeGreaterThanOrEqual(first!);
      expect(end).toBeLessThanOrEqual(last!);
    }
    expect(entry.error).toBeGreaterThan(errorAxis.domain[0]!);
    expect(entry.error).toBeLessThanOrEqual(errorAxis.domain[1]!);
  }
});

test.each(['depth', 'year'] as const)(
  'a mark’s middle is in its middle on the axis of %s',
  (against) => {
    const x = makeScale(xAxes[against], [0, 330]);
    for (const entry of entries) {
      const [from, to] = extent(entry, against);
      expect(x.at(middle(entry, against))).toBeCloseTo((x.at(from) + x.at(to)) / 2, 6);
    }
  },
);
