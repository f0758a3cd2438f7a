import { useMemo } from 'react';
import type { RunRecord } from '../../../contract/runRecord.ts';
import { grouped, percent } from '../../../lib/format.ts';
import { LineChart } from '../../../ui/chart/LineChart.tsx';
import { errorAxis, guessing } from '../curves/axes.ts';
import { smoothingWindow, type ErrorKind } from '../../../figure/runs/errors.ts';
import { errorSeries, paleSeries, seriesUpTo, testSeries, trainSeries } from '../curves/series.ts';
import { depthGaps } from '../../../figure/runs/depth.ts';
import type { Shown } from '../shown.ts';
import { paperLines } from './paper.ts';
import type { View } from './ViewOptions.tsx';

export interface CurvesProps {
  /** Seeds of one set-up, whole; without one only the axes are drawn. */
  runs: readonly RunRecord[];
  /** Of the same networks, drawn faintly beneath the large chart's curves. */
  under: Shown['under'];
  /** The step up to which they are drawn. */
  at: number;
  /** Steps on the axis. */
  steps: number;
  view: View;
  /** What the charts show, for a reader who does not see them. */
  summary: string;
}

interface Props extends CurvesProps {
  /** The runs as far as they are drawn. */
  shown: readonly RunRecord[];
}

/** The training error of all networks, large; or their test error. */
export function ErrorChart({ runs, under, shown, at, steps, view, summary }: Props) {
  const window = windowOf(runs, view);
  const { error } = view;
  const curves = useMemo(() => errorSeries(runs, error, window), [runs, error, window]);
  const pale = useMemo(() => {
    const names = curves.map(({ id }) => id);
    const below = under && errorSeries(under.runs, error, window);
    return below ? seriesUpTo(paleSeries(below, names), steps) : [];
  }, [curves, under, error, window, steps]);
  const axis = useErrorAxis({ runs, under, steps, view });
  return (
    <div className="error-chart">
      <LineChart
        {...axis}
        title={errorTitle(error)}
        summary={summary}
        series={[...pale, ...seriesUpTo(curves, at)]}
        xMax={steps}
        xLabel="step"
        formatY={percent}
        references={[guessing, ...(error === 'test' ? paperLines(runs, axis.yDomain) : [])]}
        gaps={depthGaps(shown, error)}
        height={284}
      />
      <p className="fine drawn-note">
        {howDrawn(runs, error === 'test' ? 1 : window, pale.length > 0 ? under : null)}
      </p>
    </div>
  );
}

export const errorTitle = (error: ErrorKind) =>
  error === 'test' ? 'Test error, on pictures never trained on' : 'Training error';

/** The axis that training and test error share, whatever part of them is shown. */
export function useErrorAxis(drawn: Pick<CurvesProps, 'runs' | 'under' | 'steps' | 'view'>) {
  const { runs, under, steps, view } = drawn;
  const window = windowOf(runs, view);
  const { logarithmic } = view;
  return useMemo(() => {
    const all = [runs, under?.runs ?? []].flatMap((some) =>
      seriesUpTo([...trainSeries(some, window), ...testSeries(some)], steps),
    );
    return errorAxis(all, logarithmic);
  }, [runs, under, steps, window, logarithmic]);
}

/** Steps whose mean each point is: as chosen, but no fewer than the runs' own numbers are the mean of. */
export function windowOf([first]: readonly RunRecord[], { smoothing }: View): number {
  if (!first) return 1;
  return Math.max(smoothing ?? smoothingWindow(first), first.every);
}

/** How the curves were made of the numbers, in a line. */
function howDrawn(runs: readonly RunRecord[], window: number, under: Shown['under']): string {
  const notes = [
    ...(window > 1 ? [`each point: mean of ${grouped(window)} steps`] : []),
    ...(runs.length > 1 ? [`line and band: mean and range of ${runs.length} seeds`] : []),
    ...(under ? [`pale: ${under.says}`] : []),
  ];
  return notes.join('; ');
}
