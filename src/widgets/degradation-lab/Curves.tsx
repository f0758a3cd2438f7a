import type { RunRecord } from '../../contract/runRecord.ts';
import { textOf } from '../../figure/frame/Takeaway.tsx';
import { percent } from '../../lib/format.ts';
import { LinkedCursor } from '../../ui/chart/cursor.tsx';
import { LineChart, type Series } from '../../ui/chart/LineChart.tsx';
import { smoothingWindow, testSeries, trainSeries } from './curves.ts';
import { callout, plainGap } from './gap.ts';

interface Props {
  /** Without one only the axes are drawn. */
  record: RunRecord | undefined;
  /** Of the run that goes on or is to come: the axis is as long. Undefined for a run that has ended. */
  steps: number | undefined;
  /** What a reader who does not see the curves is told instead of what they show, before they have predicted. */
  instead: string | undefined;
}

/** Of ten classes, a guess is wrong nine times in ten. */
const guessing = { value: 0.9, label: 'guessing: 90 %' };

/** Training and test error on one scale; pointing at a step in one shows it in both. */
export function Curves({ record, steps, instead }: Props) {
  const training = record ? trainSeries(record) : [];
  const test = record ? testSeries(record) : [];
  const shared = {
    xMax: steps ?? record?.step ?? 0,
    yDomain: [lowestTick([...training, ...test]), 1] as [number, number],
    xLabel: 'step',
    formatY: percent,
    reference: guessing,
    summary: instead ?? (record ? textOf(callout(record)) : 'No run yet.'),
    height: 270,
  };
  return (
    <div className="panels">
      <LinkedCursor>
        <LineChart
          {...shared}
          title={
            record ? `Training error, mean of ${smoothingWindow(record)} steps` : 'Training error'
          }
          series={training}
          gap={record ? plainGap(record) : null}
        />
        <LineChart {...shared} title="Test error, on pictures never trained on" series={test} />
      </LinkedCursor>
    </div>
  );
}

/** Where the axis begins, so that it shows where things happen: 40 %, or less once a curve is near it. */
function lowestTick(series: Series[]): number {
  const lowest = Math.min(1, ...series.flatMap(({ points }) => points.map(([, y]) => y)));
  return Math.max(0, Math.min(0.4, Math.floor((lowest - 0.03) * 5) / 5));
}
