import { scaleBand, scaleLinear } from 'd3';
import { percent } from '../../lib/format.ts';
import { useWidth } from '../../ui/chart/useWidth.ts';
import { takeaway } from './describe.ts';
import { measured, type Length } from './paths.ts';

const usualHeight = 290;
const margin = { top: 34, right: 8, bottom: 42, left: 46 };
const widthBeforeMeasuring = 1050;

/** For each length, the share of the paths (outlined) and of the gradient (filled). */
export function PathChart({ lengths }: { lengths: Length[] }) {
  const [holder, width, taller] = useWidth<HTMLDivElement>(widthBeforeMeasuring);
  const height = Math.round(usualHeight * taller);
  const blocks = lengths.length - 1;
  const x = scaleBand(
    lengths.map(({ length }) => length),
    [margin.left, width - margin.right],
  ).paddingInner(0.25);
  const largest = Math.max(...lengths.flatMap((one) => [one.pathShare, one.gradientShare]));
  const y = scaleLinear([0, largest], [height - margin.bottom, margin.top]).nice(4);
  const every = Math.max(1, Math.ceil(lengths.length / ((width - margin.left) / 34)));
  const bar = (length: number, value: number, className: string) => (
    <rect
      className={className}
      x={x(length)}
      y={y(value)}
      width={x.bandwidth()}
      height={y(0) - y(value)}
    />
  );
  return (
    <div className="line-chart" ref={holder}>
      <ul className="legend" aria-hidden="true">
        <li>
          <Sample of="paths" /> share of the paths
        </li>
        <li>
          <Sample of="gradient" /> share of the gradient
        </li>
      </ul>
      <svg
        role="img"
        aria-label={`Share of the paths and of the gradient by length. ${takeaway(lengths)}`}
        width={width}
        height={height}
        viewBox={`0 0 ${width} ${height}`}
      >
        {blocks === measured.blocks && (
          <Measured
            x={(length) => x(length) ?? 0}
            band={x.bandwidth()}
            bottom={height - margin.bottom}
          />
        )}
        <g className="grid">
          {y.ticks(4).map((tick) => (
            <g key={tick} transform={`translate(0,${y(tick)})`}>
              <line x1={margin.left} x2={width - margin.right} />
              <text x={margin.left - 8} dy="0.32em" textAnchor="end">
                {percent(tick)}
              </text>
            </g>
          ))}
          {lengths
            .filter(({ length }) => length % every === 0)
            .map(({ length }) => (
              <text
                key={length}
                x={(x(length) ?? 0) + x.bandwidth() / 2}
                y={height - margin.bottom + 18}
                textAnchor="middle"
              >
                {length}
              </text>
            ))}
          <text x={(margin.left + width) / 2} y={height - 4} textAnchor="middle">
            length: branches on the path
          </text>
        </g>
        {lengths.map((one) => (
          <g key={one.length}>
            {bar(one.length, one.gradientShare, 'of-gradient')}
            {bar(one.length, one.pathShare, 'of-paths')}
          </g>
        ))}
      </svg>
    </div>
  );
}

/** A bar as it looks in the chart. */
function Sample({ of }: { of: 'paths' | 'gradient' }) {
  return (
    <svg width="14" height="14">
      <rect className={`of-${of}`} x="1" y="1" width="12" height="12" />
    </svg>
  );
}

interface MeasuredProps {
  x: (length: number) => number;
  band: number;
  bottom: number;
}

/** The lengths from which, in a real network of this depth, most of the gradient came. */
function Measured({ x, band, bottom }: MeasuredProps) {
  const [from, to] = measured.lengths;
  const left = x(from);
  const right = x(to) + band;
  return (
    <g className="measured">
      <rect x={left} y={margin.top} width={right - left} height={bottom - margin.top} />
      <text x={left} y={margin.top - 12}>
        Veit et al.: most of it here
      </text>
    </g>
  );
}
