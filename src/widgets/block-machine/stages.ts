import type { Maps } from '../../contract/experiments.ts';
import { passAt, type BlockRun } from './run.ts';
import type { BlockSettings } from './settings.ts';

export type StageId = 'x' | 'branch' | 'sum' | 'residual' | 'plain';

/** One place in the block: what it is called, its ink, and what was computed there. */
export interface Stage {
  id: StageId;
  name: string;
  look: string;
  maps: Maps | undefined;
}

/** From the input to the outputs of both blocks; until a run comes to the controls' factor, at its first. */
export function stages(run: BlockRun | null, settings: BlockSettings): Record<StageId, Stage> {
  const pass = passAt(run, settings) ?? run?.passes[0];
  return {
    x: { id: 'x', name: 'x', look: 'c-shortcut', maps: run?.x ?? undefined },
    branch: { id: 'branch', name: 'F(x)', look: 'c-branch', maps: pass?.branch },
    sum: { id: 'sum', name: 'F(x) + x', look: '', maps: pass?.sum },
    residual: { id: 'residual', name: 'y', look: 'c-residual', maps: pass?.residual },
    plain: { id: 'plain', name: 'y', look: 'c-plain', maps: pass?.plain },
  };
}

/**
 * The size that all but 2 % of the values of x, F(x) and the sum stay below with the whole branch: the end of the
 * colours, at every factor. A single strong pixel would make all the others pale.
 */
export function strength(run: BlockRun | null): number {
  const whole = passAt(run, { shrinks: 'norm', factor: 1 });
  const channels = [run?.x, whole?.branch, whole?.sum].flatMap((one) => one?.channels ?? []);
  const sizes = channels.flatMap((channel) => [...channel].map(Math.abs)).sort((a, b) => a - b);
  return sizes[Math.ceil(sizes.length * 0.98) - 1] ?? 1;
}
