import { percent, twoDecimals } from '../../../lib/format.ts';
import { Chart } from '../../../ui/chart/Chart.tsx';
import { Dots } from '../../../ui/chart/marks/Dots.tsx';
import { Grid } from '../../../ui/chart/marks/Grid.tsx';
import { Line } from '../../../ui/chart/marks/Line.tsx';
import { Rule } from '../../../ui/chart/marks/Rule.tsx';
import { Plot } from '../../../ui/chart/Plot.tsx';
import { measures, shareOf, type Measure } from '../measures.ts';
import { curveFactors } from '../run.ts';
import type { Score } from '../../../contract/sycophancy.ts';

interface Props {
  title: string;
  summary: string;
  points: { factor: number; score: Score }[];
  /** Where the slider stands. */
  factor: number;
}

const ends: [number, number] = [curveFactors[0] as number, curveFactors.at(-1) as number];

/** Three shares over the factor that a vector is multiplied by. */
export function FactorChart({ title, summary, points, factor }: Props) {
  const curve = (measure: Measure) =>
    points.map(({ factor: at, score }): [number, number] => [at, shareOf(score, measure)]);
  return (
    <Chart
      title={title}
      summary={summary}
      x={{
        domain: ends,
        ticks: [-2, -1, 0, 1, 2],
        format: (value) => String(value).replace('-', '−'),
        label: 'factor',
      }}
      y={{ domain: [0, 1], format: percent }}
      height={264}
      margin={{ top: 24, right: 12, bottom: 40, left: 46 }}
      widthBeforeMeasuring={300}
    >
      <Plot>
        <Grid />
        {factor >= ends[0] && factor <= ends[1] && (
          <g className="chosen" aria-label={twoDecimals(factor)}>
            <Rule x={factor} />
          </g>
        )}
        {measures.map(({ id }) => (
          <g key={id} className={`curve measure ${id}`}>
            <Line points={curve(id)} />
            <Dots points={curve(id)} r={2.5} />
          </g>
        ))}
      </Plot>
    </Chart>
  );
}
