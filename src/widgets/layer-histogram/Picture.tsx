import { useMemo } from 'react';
import type { LivePictureProps } from '../../figure/defineLiveFigure.tsx';
import { textOf } from '../../figure/frame/Takeaway.tsx';
import { twoDecimals } from '../../lib/format.ts';
import { LinkedCursor } from '../../ui/chart/cursor.tsx';
import { LineChart } from '../../ui/chart/LineChart.tsx';
import { histogramOf } from './bins.ts';
import { domain, series, takeaway } from './describe.ts';
import { HistogramChart } from './HistogramChart.tsx';
import { NormMark } from './NormMark.tsx';
import { finished, type HistogramRun } from './run.ts';
import type { HistogramSettings } from './settings.ts';

/** The channel's values before and after batch norm, and below them its statistics from batch to batch. */
export function Picture({ result, settings }: LivePictureProps<HistogramSettings, HistogramRun>) {
  const run = finished(result);
  const values = run?.values;
  const before = useMemo(() => (values ? histogramOf(values.before) : null), [values]);
  const after = useMemo(() => (values ? histogramOf(values.after) : null), [values]);
  return (
    <>
      <div className="through">
        <HistogramChart title="Before" histogram={before} />
        <NormMark run={run} settings={settings} />
        <HistogramChart title="After" histogram={after} />
      </div>
      <LinkedCursor>
        <div className="panels">
          {(['mean', 'variance'] as const).map((of) => {
            const curves = series(run, of);
            return (
              <LineChart
                key={of}
                title={of === 'mean' ? 'Mean before batch norm' : 'Variance before batch norm'}
                summary={textOf(takeaway(result))}
                series={curves}
                xMax={(run?.settings ?? settings).batches}
                yDomain={domain(curves, of === 'mean' ? 0 : 1)}
                xLabel="batch"
                formatY={twoDecimals}
                height={136}
                nameRoom={132}
              />
            );
          })}
        </div>
      </LinkedCursor>
    </>
  );
}
