import { Chart } from './Chart.tsx';
import { pointAt } from './cursor.tsx';
import { useChart } from './frame.ts';
import { Legend } from './Legend.tsx';
import { Band, type BandPoint } from './marks/Band.tsx';
import { Dots } from './marks/Dots.tsx';
import { EndLabels, type Gap } from './marks/EndLabels.tsx';
import { Grid } from './marks/Grid.tsx';
import { Line } from './marks/Line.tsx';
import { OnCurve } from './marks/OnCurve.tsx';
import { Reference } from './marks/Reference.tsx';
import { Rule } from './marks/Rule.tsx';
import { Plot } from './Plot.tsx';

/** One curve. Colour tells the kind, dash and weight tell the depth. */
export interface Series {
  id: string;
  label: string;
  kind: 'plain' | 'residual' | 'opinion' | 'neutral';
  deep: boolean;
  points: [x: number, y: number][];
  dots?: boolean;
  /** How far the curves whose mean it is lie apart. */
  band?: BandPoint[];
  /** Drawn faintly and without a name, for the others to be compared with. */
  pale?: boolean;
}

interface Props {
  title: string;
  /** What the picture shows, for a reader who does not see it. */
  summary: string;
  series: Series[];
  xMax: number;
  /** Ends of the value axis. One that starts above 0 is marked as cut. */
  yDomain: [number, number];
  /** On a logarithmic axis, what lies below its start is drawn there. */
  logarithmic?: boolean;
  /** On a logarithmic axis, the values that are written, where powers of ten are too few. */
  yTicks?: number[] | undefined;
  /** Values to compare with, drawn from side to side. */
  references?: { value: number; label: string; namedLeft?: boolean }[];
  /** Whether the curves' names are all at the right edge, wherever the curves end. */
  namesAtEdge?: boolean;
  /** Whether a narrow chart has the curves' names at their ends: letters fit there. */
  namesWhenNarrow?: boolean;
  /** A step at which the names are written on the curves as well, where their ends lie too close together. */
  namesOnCurvesAt?: number | undefined;
  /** Pairs of curves, by id, the gap between whose ends is named. */
  gaps?: NamedGap[];
  xLabel: string;
  formatY: (value: number) => string;
  height?: number;
  /** Pixels beside the picture for the curves' names; what the longest wants, unless given. */
  nameRoom?: number;
}

/** The gap between the ends of two curves, and what it is called. */
export interface NamedGap {
  from: string;
  to: string;
  label: string;
}

/** The longest name with what is read off behind it, in pixels. */
function roomFor(series: Series[]): number {
  return Math.max(128, ...series.map(({ label }) => 8 * (label.length + 5)));
}

/** Curves over steps with their names at their ends; pointing at a step reads its values off there. */
export function LineChart({
  title,
  summary,
  series,
  xMax,
  yDomain,
  logarithmic = false,
  yTicks,
  references = [],
  namesAtEdge = false,
  namesWhenNarrow = false,
  namesOnCurvesAt,
  gaps = [],
  xLabel,
  formatY,
  height = 300,
  nameRoom = roomFor(series),
}: Props) {
  const y = logarithmic
    ? {
        ...{ type: 'log' as const, domain: yDomain },
        ...(yTicks && { ticks: yTicks, format: formatY }),
      }
    : { domain: yDomain, format: formatY, cut: yDomain[0] > 0 };
  return (
    <Chart
      title={title}
      summary={summary}
      x={{ domain: [0, xMax], whole: true, label: xLabel }}
      y={y}
      height={height}
      margin={{ top: 14, right: nameRoom + (gaps.length > 0 ? gapRoom : 0), bottom: 40, left: 48 }}
      narrowMargin={{
        right: gaps.length > 0 ? narrowGapRoom : namesWhenNarrow ? 32 : 14,
        left: 44,
      }}
    >
      <Plot pointable>
        <Grid />
        {references.map((reference) => (
          <Reference key={reference.value} {...reference} />
        ))}
        {series.map(
          ({ id, kind, band }) =>
            band && (
              <g key={id} className={`band ${kind}`}>
                <Band points={band} />
              </g>
            ),
        )}
        {series.map((one) => (
          <g key={one.id} className={`curve ${look(one)}${one.pale ? ' pale' : ''}`}>
            <Line points={one.points} />
            {one.dots && <Dots points={one.points} r={one.deep ? 4 : 3} />}
          </g>
        ))}
        {namesOnCurvesAt !== undefined &&
          series.map((one) => (
            <g key={one.id} className={`curve-end ${look(one)}`}>
              <OnCurve points={one.points} at={namesOnCurvesAt} name={one.label} />
            </g>
          ))}
        <Readings
          series={series}
          format={formatY}
          {...{ xLabel, namesAtEdge, namesWhenNarrow, gaps }}
        />
      </Plot>
      <CurveNames series={series} format={formatY} />
    </Chart>
  );
}

/** Pixels for a bracket beside the curves' names, and without names. */
const [gapRoom, narrowGapRoom] = [14, 64];

interface ReadingsProps {
  series: Series[];
  format: (value: number) => string;
}

/** The curves' names where they end, with their values there or at the cursor. */
function Readings({
  series,
  format,
  xLabel,
  namesAtEdge,
  namesWhenNarrow,
  gaps,
}: ReadingsProps & Required<Pick<Props, 'xLabel' | 'namesAtEdge' | 'namesWhenNarrow' | 'gaps'>>) {
  const { cursor, top } = useChart();
  const read = readAll(series, cursor, format);
  return (
    <>
      {cursor !== null && (
        <g className="cursor">
          <Rule className="pointer" x={cursor} />
          <CursorName text={`${xLabel} ${Math.round(cursor)}`} y={top - 3} at={cursor} />
          {read.map(({ id, at, look }) => (
            <g key={id} className={`curve-end ${look}`}>
              <Dots points={[at]} r={4} />
            </g>
          ))}
        </g>
      )}
      <EndLabels
        labels={read}
        atEdge={namesAtEdge}
        whenNarrow={namesWhenNarrow}
        gaps={gaps.flatMap((gap) => placeGap(series, gap))}
      />
    </>
  );
}

/** What the cursor points at, kept inside the plot. */
function CursorName({ text, at, y }: { text: string; at: number; y: number }) {
  const { x, left, right } = useChart();
  const isLeft = x.at(at) < (left + right) / 2;
  return (
    <text x={x.at(at) + (isLeft ? 6 : -6)} y={y} dy="0.7em" textAnchor={isLeft ? 'start' : 'end'}>
      {text}
    </text>
  );
}

function placeGap(series: Series[], gap: NamedGap): Gap[] {
  const [from, to] = [gap.from, gap.to].map((id) => series.find((one) => one.id === id));
  const [start, end] = [from?.points.at(-1), to?.points.at(-1)];
  if (!to || !start || !end) return [];
  return [
    {
      ...{ x: Math.max(start[0], end[0]), y: [start[1], end[1]] },
      ...{ label: gap.label, look: to.kind },
    },
  ];
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

/** Of each named curve that has points its end, the point at the cursor, and the value there in words. */
function readAll(series: Series[], cursor: number | null, format: (value: number) => string) {
  return series.flatMap((one) => {
    const [point, at] = [one.points.at(-1), pointAt(one.points, cursor)];
    if (one.pale || !point || !at) return [];
    return [{ id: one.id, point, at, look: look(one), name: one.label, reading: format(at[1]) }];
  });
}

const look = ({ kind, deep }: Series) => `${kind} ${deep ? 'deep' : 'shallow'}`;
