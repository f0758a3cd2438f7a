import { area, curveStepAfter, scaleLinear } from 'd3';
import { percentExact, twoDecimals } from '../../lib/format.ts';
import { useWidth } from '../../ui/chart/useWidth.ts';
import { reach, type Histogram } from './bins.ts';

interface Props {
  title: string;
  histogram: Histogram | null;
}

const usualHeight = 170;
/** Share of all values at the top; a taller bin is cut off. */
const mostShare = 0.25;

/** How often each value occurs, with the mean and one standard deviation to each side. */
export function HistogramChart({ title, histogram }: Props) {
  const [holder, width, taller] = useWidth<HTMLDivElement>(500);
  const height = Math.round(usualHeight * taller);
  const bottom = height - 26;
  const x = scaleLinear([-reach, reach], [8, width - 8]);
  const y = scaleLinear([0, mostShare], [bottom, 8]).clamp(true);
  const says = histogram
    ? `Mean ${twoDecimals(histogram.mean)}, standard deviation ${twoDecimals(histogram.deviation)}`
    : 'Nothing has been measured yet';
  const edges = histogram
    ? [...histogram.shares, 0].map((share, bin): [number, number] => [
        -reach + (bin * 2 * reach) / histogram.shares.length,
        share,
      ])
    : [];
  const shape = area<[number, number]>(
    ([value]) => x(value),
    bottom,
    ([, share]) => y(share),
  ).curve(curveStepAfter);
  return (
    <div className="line-chart" ref={holder}>
      <p className="chart-title">{title}</p>
      <p className="fine">
        {says}
        {histogram && histogram.outside > 0
          ? `; ${percentExact(histogram.outside)} lie outside ±${reach}`
          : ''}
      </p>
      <svg
        role="img"
        aria-label={`${title}. ${says}.`}
        width={width}
        height={height}
        viewBox={`0 0 ${width} ${height}`}
      >
        <g className="grid">
          <line x1={8} x2={width - 8} y1={bottom} y2={bottom} />
          {x.ticks(8).map((tick) => (
            <text key={tick} x={x(tick)} y={height - 8} textAnchor="middle">
              {tick < 0 ? `−${-tick}` : tick}
            </text>
          ))}
        </g>
        <path className="bins" d={shape(edges) ?? ''} />
        {histogram && (
          <g className="middle">
            <line x1={x(histogram.mean)} x2={x(histogram.mean)} y1={8} y2={bottom} />
            <line
              x1={x(histogram.mean - histogram.deviation)}
              x2={x(histogram.mean + histogram.deviation)}
              y1={16}
              y2={16}
            />
          </g>
        )}
      </svg>
    </div>
  );
}
