import type { Experiment, Finding, Statistics } from '../../contract/experiments.ts';
import type { HistogramSettings } from './settings.ts';

export interface HistogramRun {
  settings: HistogramSettings;
  /** One a batch, in order. */
  own: Statistics[];
  running: Statistics[];
  /** The last that is found. */
  values: { before: Float32Array; after: Float32Array } | null;
  /** What an earlier run found: it is shown until this one has its values. */
  previous: HistogramRun | null;
}

/** A run that has found all it looks for. */
export type FinishedRun = HistogramRun & { values: NonNullable<HistogramRun['values']> };

export function experiment(settings: HistogramSettings): Experiment<'histogram'> {
  return { name: 'histogram', ...settings, seed: 1, channel: 0, pictures: 512, pictureSize: 16 };
}

export function initial(settings: HistogramSettings, previous: HistogramRun | null): HistogramRun {
  return { settings, own: [], running: [], values: null, previous: finished(previous) };
}

/** The run after one more finding; `run` itself is left as it is. */
export function reduce(run: HistogramRun, finding: Finding<'histogram'>): HistogramRun {
  if (finding.type === 'values') {
    return { ...run, values: { before: finding.before, after: finding.after }, previous: null };
  }
  const { own, running } = finding;
  return { ...run, own: [...run.own, own], running: [...run.running, running] };
}

/** What there is to show: a run that has its values, this one or the one before. */
export function finished(run: HistogramRun | null): FinishedRun | null {
  if (!run) return null;
  return run.values ? { ...run, values: run.values } : finished(run.previous);
}
