import { Chart } from '../../ui/chart/Chart.tsx';
import { useChart } from '../../ui/chart/frame.ts';
import { Plot } from '../../ui/chart/Plot.tsx';
import { percent } from '../../lib/format.ts';
import type { Evidence } from './evidence.ts';

interface Props {
  evidence: Evidence;
  /** The two errors in words. */
  texts: { shallow: string; deep: string };
}

/** Two bars from 0 on one scale, named, and between their ends the gap. */
export function PairChart({ evidence, texts }: Props) {
  const { kind, source, shallow, deep, axisEnd } = evidence;
  return (
    <Chart
      title={source}
      titled={false}
      summary={`On an axis from 0 to ${percent(axisEnd)}: ${shallow.depth} layers ${texts.shallow}, ${deep.depth} layers ${texts.deep}.`}
      x={{
        domain: [0, axisEnd],
        ticks: [0, axisEnd / 2, axisEnd],
        format: percent,
      }}
      y={{ domain: [0, 1] }}
      height={92}
      margin={{ top: 2, right: 56, bottom: 24, left: 72 }}
      widthBeforeMeasuring={330}
    >
      <Plot>
        <Scale />
        <g className={`pair-bars ${kind}`}>
          <Bar
            className="shallow"
            at={0}
            depth={shallow.depth}
            error={shallow.error}
            text={texts.shallow}
          />
          <Bar
            className="deep"
            at={1}
            depth={deep.depth}
            error={deep.error}
            text={texts.deep}
            above={shallow.error}
          />
        </g>
      </Plot>
    </Chart>
  );
}

/** The axis below, and its lines through the picture. */
function Scale() {
  const { x, top, bottom } = useChart();
  return (
    <g className="grid">
      {x.ticks.map(({ at, text }) => (
        <g key={at}>
          <line x1={at} x2={at} y1={top} y2={bottom} />
          <text x={at} y={bottom + 18} textAnchor="middle">
            {text}
          </text>
        </g>
      ))}
    </g>
  );
}

interface BarProps {
  className: string;
  /** Which of the two, from above. */
  at: number;
  depth: number;
  error: number;
  text: string;
  /** The error of the other network, beyond which this bar goes. */
  above?: number;
}

/** A bar's height, as a share of its row. */
const barHeight = 0.62;

/** A bar between its name and its number; of the deep one, what it has more than the shallow one stands out. */
function Bar({ className, at, depth, error, text, above }: BarProps) {
  const { x, left, top, bottom } = useChart();
  const row = (bottom - top) / 2;
  const [y, height] = [top + (at + (1 - barHeight) / 2) * row, row * barHeight];
  const place = { y: y + height / 2, dy: '0.35em' };
  return (
    <g className={className}>
      <text {...place} x={left - 8} textAnchor="end">
        {depth} layers
      </text>
      <rect x={left} y={y} width={x.at(error) - left} height={height} />
      {above !== undefined && (
        <rect
          className="more"
          x={x.at(above)}
          y={y}
          width={x.at(error) - x.at(above)}
          height={height}
        />
      )}
      <text {...place} className="number" x={x.at(error) + 8}>
        {text}
      </text>
    </g>
  );
}
