import { percentExact, twoDigits } from '../../lib/format.ts';
import type { Table } from '../../figure/table.ts';
import { passAt, type BlockRun } from './run.ts';
import type { BlockSettings } from './settings.ts';

/** What is left of the picture in both blocks at the controls' factor. */
export function takeaway(run: BlockRun | null, settings: BlockSettings): string {
  if (!run) return 'Predict first: with F shrunk to nothing, what comes out of each block?';
  const pass = passAt(run, settings);
  const whole = passAt(run, { ...settings, factor: 1 });
  if (!pass || !whole || !run.x) return 'Not computed yet at this factor.';
  const subject = settings.shrinks === 'norm' ? 'γ and β' : 'the convolutions’ weights';
  const left = `With ${subject} times ${settings.factor}, F(x) has ${percentExact(pass.branch.norm / whole.branch.norm)} of its norm.`;
  const plain =
    pass.plain.norm === 0
      ? 'The plain block puts out nothing at all'
      : `The plain block’s output has norm ${twoDigits(pass.plain.norm)}`;
  const residual =
    pass.change === 0
      ? 'the residual block puts out x, unchanged'
      : `the residual block’s output differs from x by ${percentExact(pass.change / run.x.norm)} of x’s norm`;
  return `${left} ${plain}; ${residual}.`;
}

/** Every norm at every factor. */
export function table(run: BlockRun | null): Table | null {
  if (!run?.x || run.passes.length === 0) return null;
  const x = run.x.norm;
  return {
    caption: 'Norms over all 8 channels of the picture’s maps',
    head: ['what shrinks', 'factor', 'x', 'F(x)', 'F(x) + x', 'residual', 'plain', 'residual − x'],
    rows: run.passes.map(({ shrinks, factor, branch, sum, residual, plain, change }) => [
      shrinks === 'norm' ? 'γ and β' : 'weights',
      ...[factor, x, branch.norm, sum.norm, residual.norm, plain.norm, change],
    ]),
  };
}
