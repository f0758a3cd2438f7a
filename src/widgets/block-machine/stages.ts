import type { Maps } from '../../contract/experiments.ts';
import { passAt, type BlockRun } from './run.ts';
import type { BlockSettings } from './settings.ts';

/** One place in the block: what it is called, and what was computed there. */
export interface Stage {
  id: string;
  name: string;
  look: string;
  maps: Maps | undefined;
}

/** From the input to the outputs of both blocks. */
export function stages(run: BlockRun | null, settings: BlockSettings): Stage[] {
  const pass = passAt(run, settings);
  return [
    { id: 'x', name: 'x', look: 'c-shortcut', maps: run?.x ?? undefined },
    { id: 'branch', name: 'F(x)', look: 'c-branch', maps: pass?.branch },
    { id: 'sum', name: 'F(x) + x', look: '', maps: pass?.sum },
    { id: 'residual', name: 'Residual: ReLU(F(x) + x)', look: 'c-residual', maps: pass?.residual },
    { id: 'plain', name: 'Plain: ReLU(F(x))', look: 'c-plain', maps: pass?.plain },
  ];
}

/**
 * The size that all but 2 % of the values of x, F(x) and the sum stay below with the whole branch: white for +,
 * black for −, at every factor. A single bright pixel would darken all the others.
 */
export function brightness(run: BlockRun | null): number {
  const whole = passAt(run, { shrinks: 'norm', factor: 1 });
  const channels = [run?.x, whole?.branch, whole?.sum].flatMap((one) => one?.channels ?? []);
  const sizes = channels.flatMap((channel) => [...channel].map(Math.abs)).sort((a, b) => a - b);
  return sizes[Math.ceil(sizes.length * 0.98) - 1] ?? 1;
}
