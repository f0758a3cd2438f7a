import { samples } from '../../../content/samples.ts';
import type { Experiment, Finding, LesionFinding } from '../../contract/experiments.ts';
import { siteUrl } from '../../lib/siteUrl.ts';
import type { LesionSettings } from './settings.ts';

export interface LesionRun {
  settings: LesionSettings;
  /** Counts after the latest batch. */
  found: LesionFinding | null;
}

export function experiment({ views }: LesionSettings): Experiment<'lesions'> {
  return {
    name: 'lesions',
    modelUrl: siteUrl('models/tiny200/'),
    photographUrls: samples.map(({ file }) => siteUrl(`samples/${file}`)),
    ...{ views, batchSize: 3, seed: 1 },
  };
}

export function initial(settings: LesionSettings): LesionRun {
  return { settings, found: null };
}

/** The run after one more finding; `run` itself is left as it is. */
export function reduce(run: LesionRun, found: Finding<'lesions'>): LesionRun {
  return { ...run, found };
}

/** Shares of views, 0 to 1, that get the whole network's first guess; in the order of `allBlocks`. */
export function shares({ views, withoutBranch, withoutShortcut }: LesionFinding) {
  const share = (count: number) => count / views;
  return {
    withoutBranch: withoutBranch.map(share),
    withoutShortcut: withoutShortcut.map(share),
  };
}
