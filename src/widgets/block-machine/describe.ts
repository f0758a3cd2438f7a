import { percentExact, twoDigits } from '../../lib/format.ts';
import type { Callout } from '../../figure/frame/Takeaway.tsx';
import type { Table } from '../../figure/tools/table.ts';
import { passAt, type BlockRun } from './run.ts';
import type { BlockSettings } from './settings.ts';

/** What is left of the picture in both blocks at the controls' factor. */
export function takeaway(run: BlockRun | null, settings: BlockSettings): string | Callout {
  if (!run) return 'Press Run: a picture goes through both blocks.';
  const pass = passAt(run, settings);
  const whole = passAt(run, { ...settings, factor: 1 });
  if (!pass || !whole || !run.x) return 'Not computed yet at this factor.';
  const share = percentExact(pass.branch.norm / whole.branch.norm);
  const subject = settings.shrinks === 'norm' ? 'γ and β' : 'the convolutions’ weights';
  const left = `With ${subject} times ${settings.factor}, F(x) has ${share} of its norm.`;
  return {
    key: share,
    kind: 'branch',
    text: `${left} The plain block ${saysPlain(run, settings)}; the residual block ${saysResidual(run, settings)}.`,
  };
}

/** What comes out of the plain block, to go after its name. */
export function saysPlain(run: BlockRun, settings: BlockSettings): string {
  const norm = passAt(run, settings)?.plain.norm ?? NaN;
  return norm === 0 ? 'outputs nothing but zeros' : `outputs maps of norm ${twoDigits(norm)}`;
}

/** What comes out of the residual block, to go after its name. */
export function saysResidual(run: BlockRun, settings: BlockSettings): string {
  const change = passAt(run, settings)?.change ?? NaN;
  return change === 0
    ? 'outputs x, unchanged'
    : `outputs maps that differ from x by ${percentExact(change / (run.x?.norm ?? NaN))} of x’s norm`;
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
