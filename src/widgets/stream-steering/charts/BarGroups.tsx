import { percent } from '../../../lib/format.ts';
import { Chart } from '../../../ui/chart/Chart.tsx';
import { useChart } from '../../../ui/chart/frame.ts';
import { Grid } from '../../../ui/chart/marks/Grid.tsx';
import { Rect } from '../../../ui/chart/marks/Rect.tsx';
import { Rule } from '../../../ui/chart/marks/Rule.tsx';
import { Plot } from '../../../ui/chart/Plot.tsx';

export interface BarGroup {
  id: string;
  /** Two lines below its bars. */
  names: [string, string];
  /** Shares, 0 to 1; what is not known yet is left out. */
  bars: { look: string; share: number | null }[];
  /** A share to compare them with. */
  before?: number | null;
}

interface Props {
  title: string;
  summary: string;
  groups: BarGroup[];
}

/** Between two groups, in widths of a group. */
const gap = 0.2;

/** Shares as bars in groups, each with its number. */
export function BarGroups({ title, summary, groups }: Props) {
  return (
    <Chart
      title={title}
      summary={summary}
      x={{
        domain: [0, groups.length],
        ticks: groups.map((_, index) => index + 0.5),
        format: (_, index) => groups[index]?.names[0] ?? '',
        label: groups.map(({ names }, index) => ({ value: index + 0.5, text: names[1] })),
      }}
      y={{ domain: [0, 1], format: percent }}
      height={288}
      margin={{ top: 24, right: 4, bottom: 44, left: 46 }}
      widthBeforeMeasuring={370}
    >
      <Plot>
        <Grid />
        {groups.map(({ id, bars, before }, index) => {
          const width = (1 - gap) / bars.length;
          const start = (bar: number) => index + gap / 2 + bar * width;
          return (
            <g key={id}>
              <g className="bars">
                {bars.map(
                  ({ look, share }, bar) =>
                    share !== null && (
                      <Rect
                        key={bar}
                        className={look}
                        x={[start(bar) + 0.01, start(bar + 1) - 0.01]}
                        y={[0, share]}
                      />
                    ),
                )}
              </g>
              {before !== undefined && before !== null && (
                <g className="before">
                  <Rule x={[start(0) - 0.04, start(bars.length) + 0.04]} y={before} />
                </g>
              )}
              {bars.map(
                ({ look, share }, bar) =>
                  share !== null && (
                    <Share key={bar} look={look} x={start(bar + 0.5)} share={share} />
                  ),
              )}
            </g>
          );
        })}
      </Plot>
    </Chart>
  );
}

function Share({ look, x: value, share }: { look: string; x: number; share: number }) {
  const { x, y } = useChart();
  return (
    <text className={`share ${look}`} x={x.at(value)} y={y.at(share) - 6} textAnchor="middle">
      {percent(share)}
    </text>
  );
}
