import type { LivePictureProps } from '../../figure/defineLiveFigure.tsx';
import { textOf } from '../../figure/frame/Takeaway.tsx';
import { Chart } from '../../ui/chart/Chart.tsx';
import { pointAt } from '../../ui/chart/cursor.tsx';
import { useChart } from '../../ui/chart/frame.ts';
import { Grid } from '../../ui/chart/marks/Grid.tsx';
import { Line } from '../../ui/chart/marks/Line.tsx';
import { Rule } from '../../ui/chart/marks/Rule.tsx';
import { Plot } from '../../ui/chart/Plot.tsx';
import { CurveList, CurveNames } from './CurveNames.tsx';
import { curvesOf, decades, divergences, type Curve } from './curves.ts';
import { takeaway, tick } from './describe.ts';
import type { GradientRun } from './run.ts';
import type { GradientSettings } from './settings.ts';
import { WayBack } from './WayBack.tsx';

/** How strong the gradient is at each block, as a multiple of what it is at the last. */
export function Picture({ result, settings }: LivePictureProps<GradientSettings, GradientRun>) {
  const curves = result ? curvesOf(result) : [];
  const notes = result ? divergences(result) : [];
  const blocks = ((result?.settings.depth ?? settings.depth) - 2) / 2;
  return (
    <Chart
      title="The gradient’s norm at each block, compared with the last block"
      summary={textOf(takeaway(result))}
      x={{ domain: [0, blocks], whole: true }}
      y={{ domain: decades(curves), type: 'log', format: tick }}
      height={312}
      margin={{ top: 44, right: 76, bottom: 42, left: 240 }}
      narrowMargin={{ left: 14 }}
      widthBeforeMeasuring={1050}
    >
      <Plot pointable>
        <Grid valuesAt="right" />
        <Rule className="unchanged" y={1} />
        <WayBack />
        {curves.map((curve) => (
          <g key={curve.id} className={`curve ${lookOf(curve)}`}>
            <Line points={curve.points} />
          </g>
        ))}
        <Pointer curves={curves} />
        <CurveNames {...{ curves, notes }} />
      </Plot>
      <CurveList {...{ curves, notes }} />
    </Chart>
  );
}

/** The finding is what the networks do before training: it is drawn strong. */
const lookOf = ({ kind, isTrained }: Curve) => `${kind} ${isTrained ? 'shallow' : 'deep'}`;

/** What the reader points at. */
function Pointer({ curves }: { curves: Curve[] }) {
  const { cursor, x, y } = useChart();
  if (cursor === null) return null;
  const block = Math.round(cursor);
  return (
    <>
      <Rule className="pointer" x={block} />
      {curves.map((curve) => {
        const point = pointAt(curve.points, block);
        return (
          point && (
            <g key={curve.id} className={`curve-end ${lookOf(curve)}`}>
              <circle cx={x.at(point[0])} cy={y.at(point[1])} r="4" />
            </g>
          )
        );
      })}
    </>
  );
}
