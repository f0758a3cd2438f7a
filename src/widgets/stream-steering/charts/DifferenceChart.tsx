import { Chart } from '../../../ui/chart/Chart.tsx';
import { useChart } from '../../../ui/chart/frame.ts';
import { Dots } from '../../../ui/chart/marks/Dots.tsx';
import { Grid } from '../../../ui/chart/marks/Grid.tsx';
import { Rule } from '../../../ui/chart/marks/Rule.tsx';
import { Plot } from '../../../ui/chart/Plot.tsx';

export interface DifferenceGroup {
  name: string;
  marks: { look: string; mean: number; deviation: number }[];
}

interface Props {
  title: string;
  summary: string;
  groups: DifferenceGroup[];
}

/** Ends of the axis; what lies beyond is drawn there. */
const furthest = 25;

/** Logit differences, each a mean with its standard deviation: up is toward the opinion. */
export function DifferenceChart({ title, summary, groups }: Props) {
  return (
    <Chart
      title={title}
      summary={summary}
      x={{
        domain: [0, groups.length],
        ticks: groups.map((_, index) => index + 0.5),
        format: (_, index) => groups[index]?.name ?? '',
        label: 'mean ± standard deviation',
      }}
      y={{
        domain: [-furthest, furthest],
        ticks: [-20, -10, 0, 10, 20],
        format: (value) => String(value).replace('-', '−'),
      }}
      height={288}
      margin={{ top: 24, right: 4, bottom: 44, left: 34 }}
      widthBeforeMeasuring={230}
    >
      <Plot>
        <Grid />
        <g className="undecided">
          <Rule y={0} />
        </g>
        <Directions />
        {groups.map(({ name, marks }, index) =>
          marks.map(({ look, mean, deviation }, mark) => {
            const at = index + 0.5 + (mark - (marks.length - 1) / 2) * 0.24;
            return (
              <g key={`${name} ${look}`} className={`spread ${look}`}>
                <Rule x={at} y={[mean - deviation, mean + deviation]} />
                <Dots points={[[at, mean]]} r={5} />
              </g>
            );
          }),
        )}
      </Plot>
    </Chart>
  );
}

function Directions() {
  const { left, top, bottom } = useChart();
  return (
    <g className="directions">
      <text className="toward opinion" x={left + 4} y={top + 12}>
        ↑ opinion
      </text>
      <text className="toward" x={left + 4} y={bottom - 6}>
        ↓ truth
      </text>
    </g>
  );
}
