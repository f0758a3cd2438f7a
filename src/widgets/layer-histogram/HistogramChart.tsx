import { percent, percentExact, twoDecimals } from '../../lib/format.ts';
import { Chart } from '../../ui/chart/Chart.tsx';
import { useChart } from '../../ui/chart/frame.ts';
import { Grid } from '../../ui/chart/marks/Grid.tsx';
import { Rect } from '../../ui/chart/marks/Rect.tsx';
import { Steps } from '../../ui/chart/marks/Steps.tsx';
import { Plot } from '../../ui/chart/Plot.tsx';
import { binWidth, reach, type Histogram } from './bins.ts';

interface Props {
  title: string;
  histogram: Histogram | null;
}

/** Share of all values at the top; a taller bin is cut off, and says how tall it is. */
const mostShare = 0.25;

/** How often each value occurs, with the mean and one standard deviation to each side. */
export function HistogramChart({ title, histogram }: Props) {
  const says = histogram ? textOf(histogram) : '';
  return (
    <Chart
      title={title}
      summary={says && `${says}.`}
      x={{ domain: [-reach, reach], ticks: 8 }}
      y={{ domain: [0, mostShare], ticks: [0], format: () => '' }}
      height={230}
      margin={{ top: 48, right: 10, bottom: 26, left: 10 }}
      widthBeforeMeasuring={410}
    >
      <Plot>
        {histogram && (
          <Rect
            className="within"
            x={[histogram.mean - histogram.deviation, histogram.mean + histogram.deviation]}
          />
        )}
        <Grid />
        {histogram && (
          <>
            <Steps className="bins" points={edges(histogram)} />
            <Middle {...histogram} />
            <Cut {...histogram} />
          </>
        )}
      </Plot>
    </Chart>
  );
}

const textOf = ({ mean, deviation }: Histogram) =>
  `mean ${twoDecimals(mean)}, standard deviation ${twoDecimals(deviation)}`;

/** Where each bin begins and what it holds; the last bin ends at `reach`. */
function edges({ shares }: Histogram): [value: number, share: number][] {
  return [...shares, 0].map((share, bin) => [bin * binWidth - reach, share]);
}

/** Half the width of the words over a histogram, in pixels. */
const halfText = 124;

/** The mean upright, and a bracket over one standard deviation to each side of it, named above. */
function Middle(histogram: Histogram) {
  const { x, left, right, top, bottom } = useChart();
  const { mean, deviation } = histogram;
  const [middle, from, to] = [mean, mean - deviation, mean + deviation].map((value) =>
    Math.round(x.at(value)),
  ) as [number, number, number];
  const text = Math.min(Math.max(middle, left + halfText), right - halfText);
  return (
    <g className="middle">
      <path d={`M${middle} ${top - 12}V${bottom}`} />
      <path d={`M${from} ${top - 6}v-12M${to} ${top - 6}v-12M${from} ${top - 12}H${to}`} />
      <text x={text} y={top - 28} textAnchor="middle">
        {textOf(histogram)}
      </text>
    </g>
  );
}

/** What the picture leaves out: the tops of bins, and values beyond its ends. */
function Cut({ shares, outside }: Histogram) {
  const { x, right, top } = useChart();
  const most = Math.max(...shares);
  const bin = shares.indexOf(most) * binWidth - reach;
  return (
    <g className="left-out">
      {most > mostShare && (
        <text x={x.at(bin + binWidth) + 8} y={top + 14}>
          up to {percent(most)}
        </text>
      )}
      {outside > 0 && (
        <text x={right} y={top + 34} textAnchor="end">
          {percentExact(outside)} outside
        </text>
      )}
    </g>
  );
}
