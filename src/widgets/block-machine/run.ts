import type { BlockFinding, Experiment, Finding, Maps } from '../../contract/experiments.ts';
import { pictures, type BlockSettings } from './settings.ts';

export const pictureSize = 32;
/** Channels of the block that can be drawn, of the 8 it has. */
export const shown = 3;

const factors = Array.from({ length: 21 }, (_, i) => (20 - i) / 20);
/** In all: each factor on γ and β, then each on the weights. */
export const passCount = 2 * factors.length;

export type Pass = Extract<BlockFinding, { type: 'block' }>;

export interface BlockRun {
  picture: Float32Array | null;
  x: Maps | null;
  passes: Pass[];
}

export function experiment({ picture }: BlockSettings): Experiment<'block'> {
  return { name: 'block', picture, seed: 1, pictures, pictureSize, factors };
}

export function initial(): BlockRun {
  return { picture: null, x: null, passes: [] };
}

/** The run after one more finding; `run` itself is left as it is. */
export function reduce(run: BlockRun, finding: Finding<'block'>): BlockRun {
  return finding.type === 'blockInput'
    ? { ...run, picture: finding.picture, x: finding.x }
    : { ...run, passes: [...run.passes, finding] };
}

/** What a record keeps: the pass through the whole branch. All 42 would be a megabyte. */
export function kept(run: BlockRun): BlockRun {
  return { ...run, passes: run.passes.slice(0, 1) };
}

/** What was computed for the controls' factor; undefined where the run has not come there. */
export function passAt(
  run: BlockRun | null,
  { shrinks, factor }: Pick<BlockSettings, 'shrinks' | 'factor'>,
): Pass | undefined {
  return run?.passes.find(
    // Times 1, nothing shrinks: whatever would, the pass is the same.
    (pass) => pass.factor === factor && (factor === 1 || pass.shrinks === shrinks),
  );
}
