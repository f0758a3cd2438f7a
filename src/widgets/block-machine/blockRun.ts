import type {
  Experiment,
  BlockFinding,
  Finding,
  Maps,
  Shrinks,
} from '../../contract/experiments.ts';
import { numberIn, oneOf, type Fields } from '../../figure/link.ts';

/** What the reader chooses. Factor and what shrinks only choose among what a run has computed. */
export interface BlockSettings {
  /** From 0. */
  picture: number;
  seed: number;
  shrinks: Shrinks;
  factor: number;
}

export const defaultSettings: BlockSettings = { picture: 0, seed: 1, shrinks: 'norm', factor: 1 };
export const pictures = 16;
export const pictureSize = 32;
/** Channels of the block that are drawn, of the 8 it has. */
export const shown = 4;

/** Pictures are numbered from 0, as everywhere but on the page. */
export const ranges = {
  factor: { min: 0, max: 1, step: 0.05 },
  picture: { min: 0, max: pictures - 1 },
};

/** What of the settings a reader can choose, in a link. */
export const fields: Fields<Omit<BlockSettings, 'seed'>> = {
  picture: numberIn(ranges.picture),
  shrinks: oneOf(['norm', 'weights']),
  factor: numberIn(ranges.factor),
};

const factors = Array.from({ length: 21 }, (_, i) => (20 - i) / 20);

export type Pass = Extract<BlockFinding, { type: 'block' }>;

export interface BlockRun {
  settings: Pick<BlockSettings, 'picture' | 'seed'>;
  picture: Float32Array | null;
  x: Maps | null;
  passes: Pass[];
}

export function plan({ picture, seed }: BlockSettings): Experiment<'block'> {
  return { name: 'block', picture, seed, pictures, pictureSize, factors };
}

export function begin({ picture, seed }: BlockSettings): BlockRun {
  return { settings: { picture, seed }, picture: null, x: null, passes: [] };
}

/** The run after findings; `run` itself is left as it is. */
export function add(run: BlockRun, findings: Finding[]): BlockRun {
  const next = { ...run, passes: [...run.passes] };
  for (const finding of findings) {
    if (finding.type === 'blockInput') {
      next.picture = finding.picture;
      next.x = finding.x;
    } else if (finding.type === 'block') {
      next.passes.push(finding);
    }
  }
  return next;
}

/** What was computed for the controls' factor; undefined where the run has not come there. */
export function passAt(
  run: BlockRun | null,
  { shrinks, factor }: Pick<BlockSettings, 'shrinks' | 'factor'>,
): Pass | undefined {
  return run?.passes.find((pass) => pass.shrinks === shrinks && pass.factor === factor);
}
