import type { LivePictureProps } from '../../figure/defineLiveFigure.tsx';
import { twoDigits } from '../../lib/format.ts';
import { LineChart } from '../../ui/chart/LineChart.tsx';
import { decades, series } from './curves.ts';
import { takeaway } from './describe.ts';
import type { GradientRun } from './run.ts';
import type { GradientSettings } from './settings.ts';

/** How strong the gradient is at each block, before training and as it goes on. */
export function Picture({ result, settings }: LivePictureProps<GradientSettings, GradientRun>) {
  const curves = result ? series(result) : [];
  const depth = result?.settings.depth ?? settings.depth;
  return (
    <LineChart
      title="Norm of ∂E/∂x, x the output of each block"
      summary={takeaway(result)}
      series={curves}
      xMax={(depth - 2) / 2}
      yDomain={decades(curves)}
      logarithmic
      xLabel="block (0: the first convolution)"
      formatY={twoDigits}
      height={290}
      nameRoom={220}
    />
  );
}
