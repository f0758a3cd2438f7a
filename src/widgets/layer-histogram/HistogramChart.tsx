import { percentExact, twoDecimals } from '../../lib/format.ts';
import { Chart } from '../../ui/chart/Chart.tsx';
import { Grid } from '../../ui/chart/marks/Grid.tsx';
import { Rule } from '../../ui/chart/marks/Rule.tsx';
import { Steps } from '../../ui/chart/marks/Steps.tsx';
import { Plot } from '../../ui/chart/Plot.tsx';
import { binWidth, reach, type Histogram } from './bins.ts';

interface Props {
  title: string;
  histogram: Histogram | null;
}

/** Share of all values at the top; a taller bin is cut off. */
const mostShare = 0.25;

/** How often each value occurs, with the mean and one standard deviation to each side. */
export function HistogramChart({ title, histogram }: Props) {
  const says = histogram
    ? `Mean ${twoDecimals(histogram.mean)}, standard deviation ${twoDecimals(histogram.deviation)}`
    : 'Nothing has been measured yet';
  return (
    <Chart
      title={title}
      summary={`${says}.`}
      x={{ domain: [-reach, reach], ticks: 8 }}
      y={{ domain: [0, mostShare], ticks: [0], format: () => '' }}
      height={170}
      margin={{ top: 8, right: 8, bottom: 26, left: 8 }}
    >
      <p className="fine">
        {says}
        {histogram && histogram.outside > 0
          ? `; ${percentExact(histogram.outside)} lie outside ±${reach}`
          : ''}
      </p>
      <Plot>
        <Grid />
        {histogram && (
          <>
            <Steps className="bins" points={edges(histogram)} />
            <Middle {...histogram} />
          </>
        )}
      </Plot>
    </Chart>
  );
}

/** Where each bin begins and what it holds; the last bin ends at `reach`. */
function edges({ shares }: Histogram): [value: number, share: number][] {
  return [...shares, 0].map((share, bin) => [bin * binWidth - reach, share]);
}

/** The mean upright, and one standard deviation to each side of it across. */
function Middle({ mean, deviation }: Histogram) {
  return (
    <g className="middle">
      <Rule x={mean} />
      <Rule x={[mean - deviation, mean + deviation]} y={0.94 * mostShare} />
    </g>
  );
}
