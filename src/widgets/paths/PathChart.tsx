import { max } from 'd3';
import { textOf } from '../../figure/frame/Takeaway.tsx';
import { percent } from '../../lib/format.ts';
import { Chart } from '../../ui/chart/Chart.tsx';
import { useChart } from '../../ui/chart/frame.ts';
import { Legend } from '../../ui/chart/Legend.tsx';
import { Grid } from '../../ui/chart/marks/Grid.tsx';
import { Rect } from '../../ui/chart/marks/Rect.tsx';
import { Plot } from '../../ui/chart/Plot.tsx';
import { takeaway } from './describe.ts';
import { OnePath } from './OnePath.tsx';
import { lengthShown, measured, type Length } from './paths.ts';

/** For each length, the share of the paths (outlined) and of the gradient (filled). */
export function PathChart({ lengths }: { lengths: Length[] }) {
  const largest = max(lengths, (one) => Math.max(one.pathShare, one.gradientShare)) ?? 1;
  return (
    <Chart
      title="Share of the paths and of the gradient by length"
      titled={false}
      summary={textOf(takeaway(lengths))}
      x={{
        type: 'band',
        domain: lengths.map(({ length }) => length),
        padding: 0.25,
        label: 'length: branches on the path',
      }}
      y={{ domain: [0, largest], nice: true, ticks: 4, format: percent }}
      height={250}
      margin={{ top: 34, right: 8, bottom: 42, left: 46 }}
      widthBeforeMeasuring={1050}
    >
      <Legend
        aria-hidden="true"
        entries={[
          { id: 'paths', sample: <Sample of="paths" />, text: 'share of the paths' },
          { id: 'gradient', sample: <Sample of="gradient" />, text: 'share of the gradient' },
        ]}
      />
      <Plot pointable>
        {lengths.length - 1 === measured.blocks && <Measured />}
        <Grid />
        {lengths.map(({ length, pathShare, gradientShare }) => (
          <g key={length}>
            <Rect className="of-gradient" x={[length, length]} y={[0, gradientShare]} />
            <Rect className="of-paths" x={[length, length]} y={[0, pathShare]} />
          </g>
        ))}
        <Shown lengths={lengths} />
      </Plot>
      <OnePath lengths={lengths} />
    </Chart>
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

/** Under the bars of which a path is drawn below. */
function Shown({ lengths }: { lengths: Length[] }) {
  const { x, bottom, cursor } = useChart();
  const at = x.at(lengthShown(lengths, cursor));
  return <path className="shown" d={`M${at} ${bottom + 1}l5 6h-10Z`} />;
}

/** The lengths from which, in a real network of this depth, most of the gradient came. */
function Measured() {
  const { x, top } = useChart();
  return (
    <g className="measured">
      <Rect x={measured.lengths} />
      <text x={x.at(measured.lengths[0]) - x.band / 2} y={top - 12}>
        Veit et al.: most of it here
      </text>
    </g>
  );
}
