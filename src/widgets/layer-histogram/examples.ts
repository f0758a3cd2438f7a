import type { LiveExamples } from '../../figure/defineLiveFigure.tsx';
import { engine, recorded } from '../../figure/live/exampleEngine.ts';
import { startOf } from '../../figure/settings/settings.tsx';
import type { HistogramRun } from './run.ts';
import { settings, type HistogramSettings } from './settings.ts';

const statistics = { mean: 2, variance: 4 };

/** Two batches, and values that come out with mean 0 and standard deviation 1. */
export const run: HistogramRun = {
  settings: startOf(settings),
  own: [statistics, statistics],
  running: [
    { mean: 0.2, variance: 1.3 },
    { mean: 0.38, variance: 1.57 },
  ],
  values: { before: Float32Array.of(0, 4), after: Float32Array.of(-1, 1) },
  previous: null,
};

/** Every state of the histogram that is worth seeing, and words that must be in it. */
export const examples: LiveExamples<HistogramSettings, HistogramRun> = {
  idle: { says: 'Predict first' },
  'with a recording': { result: run, recorded, says: 'Recorded' },
  'stopped before it found anything, set otherwise': {
    ...{
      phase: 'done',
      stopped: true,
      engine,
      result: run,
      settings: { scale: 2 },
      ran: { scale: 1 },
    },
    says: 'These results are for other settings (Scale γ: 1.0)',
  },
  'in evaluation mode, values cut off': {
    ...{ phase: 'done', engine, settings: { mode: 'eval', scale: 0.5 } },
    result: {
      ...run,
      settings: { ...run.settings, mode: 'eval', scale: 0.5 },
      values: { before: Float32Array.of(0, 4), after: Float32Array.of(-9, 0, 0, 2) },
    },
    says: 'In evaluation mode',
  },
  'on the way': { phase: 'running', engine, result: run, says: 'Batch 2 of 40' },
  done: { phase: 'done', engine, result: run, says: 'In training mode' },
};
