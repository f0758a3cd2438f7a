import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { percent } from '../../../src/lib/format.ts';
import { Chart } from '../../../src/ui/chart/Chart.tsx';
import { LinkedCursor } from '../../../src/ui/chart/cursor.tsx';
import { LineChart, type Series } from '../../../src/ui/chart/LineChart.tsx';
import { Bracket } from '../../../src/ui/chart/marks/Bracket.tsx';
import { Grid } from '../../../src/ui/chart/marks/Grid.tsx';
import { Reference } from '../../../src/ui/chart/marks/Reference.tsx';
import { Plot } from '../../../src/ui/chart/Plot.tsx';

const series = (kind: 'plain' | 'residual', points: Series['points']): Series => ({
  ...{ id: kind, label: kind, kind, deep: true, points },
});
const curves = [
  series('plain', [
    [0, 0.9],
    [100, 0.85],
  ]),
  series('residual', [
    [0, 0.9],
    [100, 0.7],
  ]),
];

const errors = (xMax: number) => (
  <LineChart
    title="Error"
    summary="It falls."
    series={curves}
    xMax={xMax}
    yDomain={[0, 1]}
    xLabel="step"
    formatY={percent}
  />
);

/** Marks in a chart whose plot goes from (0, 10) to (520, 260) in pixels. */
const draw = (marks: ReactNode, cut = false) =>
  renderToStaticMarkup(
    <Chart
      title="Error"
      summary="It falls."
      x={{ domain: [0, 1] }}
      y={{ domain: [0, 1], cut }}
      height={300}
      margin={{ top: 10, right: 0, bottom: 40, left: 0 }}
    >
      <Plot>{marks}</Plot>
    </Chart>,
  );

test('a chart says what it shows to a reader who does not see it', () => {
  expect(draw(null)).toContain('role="img" aria-label="Error. It falls."');
});

test('curves are named at their ends, beside them and in a list', () => {
  const html = renderToStaticMarkup(errors(100));
  expect(html).toContain('plain <tspan>85 %</tspan>');
  expect(html).toContain('residual 70 %</li>');
  expect(html).not.toContain('class="pointer"');
});

test('linked charts show the same step, unless it is beyond a chart’s end', () => {
  const html = renderToStaticMarkup(
    <LinkedCursor start={60}>
      {errors(100)}
      {errors(120)}
      {errors(50)}
    </LinkedCursor>,
  );
  expect(html.match(/class="pointer"/g)).toHaveLength(2);
});

test('a name stays at its curve’s end while its value is read at the cursor', () => {
  const place = (html: string) => /<text x="([\d.]+)" y="[\d.]+" dy="0.32em">plain/.exec(html)?.[1];
  const read = renderToStaticMarkup(<LinkedCursor start={0}>{errors(100)}</LinkedCursor>);
  expect(read).toContain('plain <tspan>90 %</tspan>');
  expect(read).toContain('>step 0</text>');
  expect(place(read)).toBe(place(renderToStaticMarkup(errors(100))));
});

test('the gap between two curves’ ends is named in the colour of the second', () => {
  const html = renderToStaticMarkup(
    <LineChart
      {...{ title: 'Error', summary: '', series: curves, xMax: 100, xLabel: 'step' }}
      yDomain={[0.4, 1]}
      formatY={percent}
      gaps={[{ from: 'residual', to: 'plain', label: '15 points' }]}
    />,
  );
  expect(html).toMatch(/<g class="bracket plain">.*15 points/);
  expect(html).toContain('class="cut"');
});

test('a reference is named above its line, and below it at the very top', () => {
  const placeOf = (value: number) =>
    Number(
      /<text x="516" y="([\d.]+)"/.exec(draw(<Reference value={value} label="guessing" />))![1],
    );
  expect(placeOf(0.9)).toBeLessThan(35);
  expect(placeOf(1)).toBeGreaterThan(10);
});

test('a bracket spans the gap that it names, and has its name in the middle', () => {
  const html = draw(<Bracket x={0.5} y={[1, 0.5]} label="50 points" />);
  expect(html).toContain('d="M270 10h6V135h-6"');
  expect(html).toContain('y="72.5" dy="0.32em">50 points');
});

test('an axis that is cut says so', () => {
  expect(draw(<Grid />, true)).toContain('class="cut"');
  expect(draw(<Grid />)).not.toContain('class="cut"');
});

test('a mark outside a chart is a mistake', () => {
  expect(() => renderToStaticMarkup(<Grid />)).toThrow('A mark must be inside a Chart.');
});
