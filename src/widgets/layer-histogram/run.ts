import type { Experiment, Finding, Statistics } from '../../contract/experiments.ts';
import type { HistogramSettings } from './settings.ts';

export interface HistogramRun {
  settings: HistogramSettings;
  /** One a batch, in order. */
  own: Statistics[];
  running: Statistics[];
  values: { before: Float32Array; after: Float32Array } | null;
}

export function experiment(settings: HistogramSettings): Experiment<'histogram'> {
  return { name: 'histogram', ...settings, seed: 1, channel: 0, pictures: 512, pictureSize: 16 };
}

/** The values of the run before stay in sight until this one has its own. */
export function initial(settings: HistogramSettings, previous: HistogramRun | null): HistogramRun {
  return { settings, own: [], running: [], values: previous?.values ?? null };
}

/** The run after one more finding; `run` itself is left as it is. */
export function reduce(run: HistogramRun, finding: Finding<'histogram'>): HistogramRun {
  if (finding.type === 'values') {
    return { ...run, values: { before: finding.before, after: finding.after } };
  }
  const { own, running } = finding;
  return { ...run, own: [...run.own, own], running: [...run.running, running] };
}
