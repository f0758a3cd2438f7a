import { numberIn, oneOf, type Fields } from '../../figure/link.ts';
import type {
  Experiment,
  Finding,
  HistogramExperiment,
  Statistics,
} from '../../contract/experiments.ts';

/** What the reader chooses. */
export type HistogramSettings = Pick<
  HistogramExperiment,
  'batchSize' | 'batches' | 'scale' | 'offset' | 'mode'
>;

export const defaultSettings: HistogramSettings = {
  batchSize: 16,
  batches: 40,
  scale: 1,
  offset: 0,
  mode: 'train',
};

export const ranges = {
  batches: { min: 1, max: 60 },
  scale: { min: 0, max: 3, step: 0.1 },
  offset: { min: -3, max: 3, step: 0.1 },
};
export const batchSizes = [1, 2, 4, 8, 16, 32, 64];

/** The settings in a link. */
export const fields: Fields<HistogramSettings> = {
  batchSize: oneOf(batchSizes),
  batches: numberIn(ranges.batches),
  scale: numberIn(ranges.scale),
  offset: numberIn(ranges.offset),
  mode: oneOf(['train', 'eval']),
};

export interface HistogramRun {
  settings: HistogramSettings;
  /** One a batch, in order. */
  own: Statistics[];
  running: Statistics[];
  values: { before: Float32Array; after: Float32Array } | null;
}

export function plan(settings: HistogramSettings): Experiment<'histogram'> {
  return { name: 'histogram', ...settings, seed: 1, channel: 0, pictures: 512, pictureSize: 16 };
}

/** The values of the run before stay in sight until this one has its own. */
export function begin(settings: HistogramSettings, previous: HistogramRun | null): HistogramRun {
  return { settings, own: [], running: [], values: previous?.values ?? null };
}

/** The run after findings; `run` itself is left as it is. */
export function add(run: HistogramRun, findings: Finding[]): HistogramRun {
  const next = { ...run, own: [...run.own], running: [...run.running] };
  for (const finding of findings) {
    if (finding.type === 'statistics') {
      next.own.push(finding.own);
      next.running.push(finding.running);
    } else if (finding.type === 'values') {
      next.values = { before: finding.before, after: finding.after };
    }
  }
  return next;
}
