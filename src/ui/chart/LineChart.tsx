import { line, scaleLinear, scaleLog } from 'd3';
import { useState, type PointerEvent } from 'react';
import { powerOfTen } from '../../lib/format.ts';
import { spreadLabels } from './spreadLabels.ts';
import { useWidth } from './useWidth.ts';

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

const roomy = { top: 14, bottom: 40, left: 48 };
/** Too narrow for names beside the curves: they stand below instead. */
const narrow = { top: 14, right: 14, bottom: 40, left: 44 };
const narrowBelow = 460; // chart.css knows it, too
const widthBeforeMeasuring = 520;
const labelHeight = 18;

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
  height: usualHeight = 300,
  nameRoom = 128,
}: Props) {
  const [holder, width, taller] = useWidth<HTMLDivElement>(widthBeforeMeasuring);
  const height = Math.round(usualHeight * taller);
  const [pointed, setPointed] = useState<number | null>(null);
  const isNarrow = width < narrowBelow;
  const margin = isNarrow ? narrow : { ...roomy, right: nameRoom };
  const x = scaleLinear([0, xMax], [margin.left, width - margin.right]);
  const rise: [number, number] = [height - margin.bottom, margin.top];
  const y = logarithmic ? scaleLog(yDomain, rise).clamp(true) : scaleLinear(yDomain, rise);
  const yTicks = logarithmic ? y.ticks().filter(isPowerOfTen) : y.ticks(5);
  const path = line<[number, number]>(
    ([step]) => x(step),
    ([, value]) => y(value),
  );

  const point = (event: PointerEvent<SVGSVGElement>) => {
    const box = event.currentTarget.getBoundingClientRect();
    // The drawing may be shown larger than its own pixels, as in full screen.
    const step = x.invert(((event.clientX - box.left) * width) / box.width);
    setPointed(step >= 0 && step <= xMax ? step : null);
  };
  const ends = series.flatMap((one) => {
    const end = pointed === null ? one.points.at(-1) : nearest(one.points, pointed);
    return end ? [{ one, end }] : [];
  });
  const labelYs = spreadLabels(
    ends.map(({ end }) => y(end[1])),
    labelHeight,
    margin.top,
    height - margin.bottom,
  );

  return (
    <div className="line-chart" ref={holder}>
      <p className="chart-title">{title}</p>
      <svg
        role="img"
        aria-label={`${title}. ${summary}`}
        width={width}
        height={height}
        // Where the room is smaller than what was measured, as on paper, all of it is drawn smaller.
        viewBox={`0 0 ${width} ${height}`}
        onPointerMove={point}
        onPointerLeave={() => setPointed(null)}
      >
        <g className="grid">
          {yTicks.map((tick) => (
            <g key={tick} transform={`translate(0,${y(tick)})`}>
              <line x1={margin.left} x2={width - margin.right} />
              <text x={margin.left - 8} dy="0.32em" textAnchor="end">
                {logarithmic ? powerOfTen(Math.round(Math.log10(tick))) : formatY(tick)}
              </text>
            </g>
          ))}
          {x
            .ticks(Math.max(2, Math.floor((width - margin.left - margin.right) / 80)))
            .map((tick) => (
              <text key={tick} x={x(tick)} y={height - margin.bottom + 18} textAnchor="middle">
                {tick}
              </text>
            ))}
          <text
            x={(margin.left + width - margin.right) / 2}
            y={height - 4}
            textAnchor="middle"
            className="axis-label"
          >
            {xLabel}
          </text>
        </g>
        {reference && (
          <g className="reference">
            <line
              x1={margin.left}
              x2={width - margin.right}
              y1={y(reference.value)}
              y2={y(reference.value)}
            />
            <text x={width - margin.right - 4} y={y(reference.value) - 6} textAnchor="end">
              {reference.label}
            </text>
          </g>
        )}
        {series.map((one) => (
          <g key={one.id} className={`curve ${one.kind} ${one.deep ? 'deep' : 'shallow'}`}>
            <path d={path(one.points) ?? ''} />
            {one.dots &&
              one.points.map(([step, value]) => (
                <circle key={step} cx={x(step)} cy={y(value)} r={one.deep ? 4 : 3} />
              ))}
          </g>
        ))}
        {pointed !== null && (
          <line
            className="pointer"
            x1={x(pointed)}
            x2={x(pointed)}
            y1={margin.top}
            y2={height - margin.bottom}
          />
        )}
        {ends.map(({ one, end }, index) => (
          <g key={one.id} className={`curve-end ${one.kind} ${one.deep ? 'deep' : 'shallow'}`}>
            <circle cx={x(end[0])} cy={y(end[1])} r="3" />
            {!isNarrow && (
              <text
                x={x(end[0]) + 10}
                y={labelYs[index]}
                dy="0.32em"
                className={pointed === null ? '' : 'reading'}
              >
                {one.label} <tspan>{formatY(end[1])}</tspan>
              </text>
            )}
          </g>
        ))}
      </svg>
      <Legend ends={ends} formatY={formatY} />
    </div>
  );
}

interface LegendProps {
  ends: { one: Series; end: [x: number, y: number] }[];
  formatY: (value: number) => string;
}

/** The curves' names and values below a narrow picture; the style sheet hides them below a wide one. */
function Legend({ ends, formatY }: LegendProps) {
  return (
    <ul className="legend curve-names">
      {ends.map(({ one, end }) => (
        <li key={one.id} className={`curve-end ${one.kind} ${one.deep ? 'deep' : 'shallow'}`}>
          <svg width="26" height="10" aria-hidden="true" className="curve-sample">
            <g className={`curve ${one.kind} ${one.deep ? 'deep' : 'shallow'}`}>
              <path d="M1 5H25" />
            </g>
          </svg>
          {one.label} {formatY(end[1])}
        </li>
      ))}
    </ul>
  );
}

function isPowerOfTen(value: number): boolean {
  return Math.abs(Math.log10(value) - Math.round(Math.log10(value))) < 1e-9;
}

function nearest(points: [number, number][], step: number): [number, number] | undefined {
  let best: [number, number] | undefined;
  for (const candidate of points) {
    if (!best || Math.abs(candidate[0] - step) < Math.abs(best[0] - step)) best = candidate;
  }
  return best;
}
