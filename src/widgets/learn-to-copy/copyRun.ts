import { numberIn, oneOf, type Fields } from '../../figure/link.ts';
import type { Experiment, Finding } from '../../contract/experiments.ts';
import type { NetworkKind } from '../../contract/networks.ts';

/** What the reader chooses. */
export interface CopySettings {
  blocks: number;
  seed: number;
  lastScale: number;
}

export const defaultSettings: CopySettings = { blocks: 8, seed: 1, lastScale: 0.1 };

export const ranges = { blocks: { min: 1, max: 16 }, seed: { min: 1, max: 10 } };

/** The settings in a link. */
export const fields: Fields<CopySettings> = {
  blocks: numberIn(ranges.blocks),
  seed: numberIn(ranges.seed),
  lastScale: oneOf([0.1, 1]),
};

export const steps = 150;
export const pictureSize = 16;
const pictures = 32;

/** What a run has found so far. */
export interface CopyRun {
  settings: CopySettings;
  greyError: number | null;
  /** The first is step 1's. */
  errors: Record<NetworkKind, number[]>;
  target: Float32Array[];
  copies: Record<NetworkKind, Float32Array[]>;
}

export function plan(settings: CopySettings): Experiment<'copy'> {
  return { name: 'copy', ...settings, steps, pictures, pictureSize, learningRate: 0.1 };
}

export function begin(settings: CopySettings): CopyRun {
  const none = { plain: [], residual: [] };
  return { settings, greyError: null, errors: none, target: [], copies: none };
}

/** The run after findings; `run` itself is left as it is. */
export function add(run: CopyRun, findings: Finding[]): CopyRun {
  const next = {
    ...run,
    errors: { plain: [...run.errors.plain], residual: [...run.errors.residual] },
  };
  for (const finding of findings) {
    if (finding.type === 'target') {
      next.target = finding.pictures;
      next.greyError = finding.greyError;
    } else if (finding.type === 'error') {
      next.errors.plain.push(finding.errors.plain);
      next.errors.residual.push(finding.errors.residual);
    } else if (finding.type === 'copies') {
      next.copies = finding.copies;
    }
  }
  return next;
}

export function stepOf({ errors }: CopyRun): number {
  return errors.plain.length;
}
