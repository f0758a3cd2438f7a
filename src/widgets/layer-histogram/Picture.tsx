import { useMemo } from 'react';
import type { LivePictureProps } from '../../figure/defineLiveFigure.tsx';
import { twoDecimals } from '../../lib/format.ts';
import { LineChart } from '../../ui/chart/LineChart.tsx';
import { histogramOf } from './bins.ts';
import { domain, series, takeaway } from './describe.ts';
import { HistogramChart } from './HistogramChart.tsx';
import type { HistogramRun } from './run.ts';
import type { HistogramSettings } from './settings.ts';

/** The channel's values before and after batch norm, and its statistics from batch to batch. */
export function Picture({ result, settings }: LivePictureProps<HistogramSettings, HistogramRun>) {
  const values = result?.values;
  const before = useMemo(() => (values ? histogramOf(values.before) : null), [values]);
  const after = useMemo(() => (values ? histogramOf(values.after) : null), [values]);
  return (
    <div className="panels">
      <HistogramChart title="Before batch norm" histogram={before} />
      <HistogramChart title="After batch norm" histogram={after} />
      {(['mean', 'variance'] as const).map((of) => {
        const curves = series(result, of);
        return (
          <LineChart
            key={of}
            title={of === 'mean' ? 'Mean before' : 'Variance before'}
            summary={takeaway(result)}
            series={curves}
            xMax={result?.settings.batches ?? settings.batches}
            yDomain={domain(curves, of === 'mean' ? 0 : 1)}
            xLabel="batch"
            formatY={twoDecimals}
            height={190}
            nameRoom={140}
          />
        );
      })}
    </div>
  );
}
