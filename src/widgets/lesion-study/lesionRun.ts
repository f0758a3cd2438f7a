import { samples } from '../../../content/samples.ts';
import type { Finding, Experiment, LesionFinding } from '../../contract/experiments.ts';
import { siteUrl } from '../../runtime/siteUrl.ts';
import { oneOf, type Fields } from '../../figure/link.ts';

/** What the reader chooses. */
export interface LesionSettings {
  /** Squares to look at. */
  views: number;
}

export const defaultSettings: LesionSettings = { views: 24 };

export const choices = [12, 24, 48, 96];

/** The settings in a link. */
export const fields: Fields<LesionSettings> = { views: oneOf(choices) };

export interface LesionRun {
  settings: LesionSettings;
  /** Counts after the latest batch. */
  found: LesionFinding | null;
}

export function plan({ views }: LesionSettings): Experiment<'lesions'> {
  return {
    name: 'lesions',
    modelUrl: siteUrl('models/tiny200/'),
    photographUrls: samples.map(({ file }) => siteUrl(`samples/${file}`)),
    ...{ views, batchSize: 3, seed: 1 },
  };
}

export function begin(settings: LesionSettings): LesionRun {
  return { settings, found: null };
}

/** The run after findings; `run` itself is left as it is. */
export function add(run: LesionRun, findings: Finding[]): LesionRun {
  const found = findings.findLast((finding) => finding.type === 'lesions');
  return found ? { ...run, found } : run;
}

/** Shares of views, 0 to 1, that get the whole network's first guess; in the order of `allBlocks`. */
export function shares({ views, withoutBranch, withoutShortcut }: LesionFinding) {
  const share = (count: number) => count / views;
  return {
    withoutBranch: withoutBranch.map(share),
    withoutShortcut: withoutShortcut.map(share),
  };
}
