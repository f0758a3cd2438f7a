import type { Evidence } from '../../figure/defineLiveFigure.tsx';
import type { Outcome, Prediction } from '../../figure/prediction/predictions.ts';
import { twoDecimals } from '../../lib/format.ts';
import { histogramOf } from './bins.ts';
import type { HistogramRun } from './run.ts';
import type { HistogramSettings } from './settings.ts';

/** The recording shows training mode after 40 batches. */
export const prediction: Prediction<
  HistogramSettings,
  Evidence<HistogramSettings, HistogramRun>
> = {
  question:
    'In evaluation mode after a single batch, what will the standard deviation be after batch norm?',
  options: ['1, as in training mode', 'Almost as it was before', 'Almost 0'],
  settings: { mode: 'eval', batches: 1, scale: 1, offset: 0, batchSize: 16 },
  outcome: ({ result }) => (result?.values ? outcomeOf(result.values) : null),
};

function outcomeOf(values: NonNullable<HistogramRun['values']>): Outcome {
  const [before, after] = [values.before, values.after].map(
    (one) => histogramOf(one).deviation,
  ) as [number, number];
  const distances = [1, before, 0].map((option) => Math.abs(after - option));
  return {
    right: distances.indexOf(Math.min(...distances)),
    says: `It came out as ${twoDecimals(after)}, and was ${twoDecimals(before)} before batch norm: after one batch the running statistics are still close to the 0 and 1 they start from.`,
  };
}
