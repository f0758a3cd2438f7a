import { twoDigits } from '../../lib/format.ts';
import type { Table } from '../../figure/table.ts';
import { stepOf, type CopyRun } from './run.ts';

/** Below this many steps a difference says nothing. */
const tellingStep = 30;
/** A copy whose error is this share of grey's looks like the picture. */
const good = 0.1;

/** What the run measured, against answering every pixel with one colour; never more than the numbers carry. */
export function takeaway(run: CopyRun | null): string {
  if (!run) return 'Predict first: which stack will copy, and will it still with twice the blocks?';
  const { settings, greyError, errors } = run;
  const step = stepOf(run);
  if (greyError === null || step < tellingStep) return 'Too early to tell.';
  const plain = errors.plain.at(-1) as number;
  const residual = errors.residual.at(-1) as number;
  const blocks = `${settings.blocks} ${settings.blocks === 1 ? 'block' : 'blocks'}`;
  return `After ${step} steps, ${blocks}: the plain stack’s error is ${twoDigits(plain)}, ${verdict(plain, greyError)}; the residual stack’s is ${twoDigits(residual)}, ${verdict(residual, greyError)}.`;
}

function verdict(error: number, greyError: number): string {
  if (!Number.isFinite(error)) return 'no longer a number';
  const share = error / greyError;
  if (share < 0.001) return 'a copy that no eye could tell from the picture';
  if (share < good) return 'a good copy';
  const percent = Math.round(share * 100);
  if (share < 0.8) return `${percent} % of what one flat colour would give`;
  if (share <= 1.05) return 'hardly better than one flat colour';
  return `worse than one flat colour (${twoDigits(greyError)})`;
}

/** Every step's errors. */
export function table(run: CopyRun | null): Table | null {
  if (!run || stepOf(run) === 0) return null;
  const { plain, residual } = run.errors;
  return {
    caption: 'Mean squared error of each stack, pixels from 0 to 1, before each step’s update',
    head: ['step', 'plain', 'residual'],
    rows: plain.map((error, index) => [index + 1, error, residual[index] as number]),
  };
}
