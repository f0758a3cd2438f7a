import { Chart } from './Chart.tsx';
import { pointAt } from './cursor.tsx';
import { useChart } from './frame.ts';
import { Legend } from './Legend.tsx';
import { Dots } from './marks/Dots.tsx';
import { EndLabels, type EndLabel } from './marks/EndLabels.tsx';
import { Grid } from './marks/Grid.tsx';
import { Line } from './marks/Line.tsx';
import { Reference } from './marks/Reference.tsx';
import { Rule } from './marks/Rule.tsx';
import { Plot } from './Plot.tsx';

/** One curve. Colour tells the kind, dash and weight tell the depth. */
export interface Series {
  id: string;
  label: string;
  kind: 'plain' | 'residual' | 'neutral';
  deep: boolean;
  points: [x: number, y: number][];
  dots?: boolean;
}

interface Props {
  title: string;
  /** What the picture shows, for a reader who does not see it. */
  summary: string;
  series: Series[];
  xMax: number;
  /** Ends of the value axis; where honesty asks, it starts at 0. */
  yDomain: [number, number];
  /** On a logarithmic axis, what lies below its start is drawn there. */
  logarithmic?: boolean;
  /** A value to compare with, drawn from side to side. */
  reference?: { value: number; label: string } | undefined;
  xLabel: string;
  formatY: (value: number) => string;
  height?: number;
  /** Pixels beside the picture for the curves' names. */
  nameRoom?: number;
}

/** Curves over steps with their names at their ends; pointing at a step reads it off there. */
export function LineChart({
  title,
  summary,
  series,
  xMax,
  yDomain,
  logarithmic = false,
  reference,
  xLabel,
  formatY,
  height = 300,
  nameRoom = 128,
}: Props) {
  return (
    <Chart
      title={title}
      summary={summary}
      x={{ domain: [0, xMax], whole: true, label: xLabel }}
      y={{ domain: yDomain, ...(logarithmic ? { type: 'log' } : { format: formatY }) }}
      height={height}
      margin={{ top: 14, right: nameRoom, bottom: 40, left: 48 }}
      narrowMargin={{ right: 14, left: 44 }}
    >
      <Plot pointable>
        <Grid />
        {reference && <Reference {...reference} />}
        {series.map((one) => (
          <g key={one.id} className={`curve ${look(one)}`}>
            <Line points={one.points} />
            {one.dots && <Dots points={one.points} r={one.deep ? 4 : 3} />}
          </g>
        ))}
        <Readings series={series} format={formatY} />
      </Plot>
      <CurveNames series={series} format={formatY} />
    </Chart>
  );
}

interface ReadingsProps {
  series: Series[];
  format: (value: number) => string;
}

/** The curves' names and values, at the cursor or at their ends. */
function Readings({ series, format }: ReadingsProps) {
  const { cursor } = useChart();
  return (
    <>
      {cursor !== null && <Rule className="pointer" x={cursor} />}
      <EndLabels labels={readAll(series, cursor, format)} />
    </>
  );
}

/** The same below a narrow picture; the style sheet hides it below a wide one. */
function CurveNames({ series, format }: ReadingsProps) {
  const labels = readAll(series, useChart().cursor, format);
  return (
    <Legend
      className="curve-names"
      entries={labels.map(({ id, look, name, reading }) => ({
        id,
        look: `curve-end ${look}`,
        sample: (
          <svg width="26" height="10" aria-hidden="true">
            <g className={`curve ${look}`}>
              <path d="M1 5H25" />
            </g>
          </svg>
        ),
        text: `${name} ${reading}`,
      }))}
    />
  );
}

function readAll(
  series: Series[],
  cursor: number | null,
  format: (value: number) => string,
): EndLabel[] {
  return series.flatMap((one) => {
    const point = pointAt(one.points, cursor);
    if (!point) return [];
    return [{ id: one.id, point, look: look(one), name: one.label, reading: format(point[1]) }];
  });
}

const look = ({ kind, deep }: Series) => `${kind} ${deep ? 'deep' : 'shallow'}`;
