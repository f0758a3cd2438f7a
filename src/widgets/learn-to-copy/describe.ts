import { percentClosely } from '../../lib/format.ts';
import { isTooEarlyToCopy, judgeCopy, type CopyVerdict } from '../../lib/verdicts.ts';
import type { Callout } from '../../figure/frame/Takeaway.tsx';
import type { Table } from '../../figure/tools/table.ts';
import { lastErrors, stepOf, type CopyRun } from './run.ts';

/** What the run measured, against answering every pixel with one colour; never more than the numbers carry. */
export function takeaway(run: CopyRun | null): string | Callout {
  const last = run && lastErrors(run);
  if (!last) return 'Press Train: both stacks learn to copy the same pictures.';
  const { plain, residual, grey } = last;
  const step = stepOf(run);
  if (isTooEarlyToCopy(step)) return 'Too early to tell.';
  const { blocks } = run.settings;
  return {
    key: percentClosely(plain / grey),
    kind: 'plain',
    text: `With ${blocks} ${blocks === 1 ? 'block' : 'blocks'}, after ${step} steps, the plain stack makes ${verdict(plain, grey)}: its error is ${percentClosely(plain / grey)} of what one flat colour would give. The residual stack makes ${verdict(residual, grey)} (${percentClosely(residual / grey)}).`,
  };
}

/** Whether a copy with this error looks like the picture. */
export function isGood(error: number, grey: number): boolean {
  return ['perfect', 'good'].includes(judgeCopy(error, grey));
}

/** What a stack makes of the pictures, in words. */
export function verdict(error: number, grey: number): string {
  return words[judgeCopy(error, grey)];
}

const words: Record<CopyVerdict, string> = {
  overflowed: 'numbers that have overflowed',
  perfect: 'a copy that no eye could tell from the picture',
  good: 'a good copy',
  poor: 'a poor copy',
  flat: 'hardly more than a flat colour',
  worse: 'something worse than a flat colour',
};

/** Every step's errors. */
export function table(run: CopyRun | null): Table | null {
  if (!run || stepOf(run) === 0) return null;
  const { plain, residual } = run.errors;
  return {
    caption:
      'Mean squared error of each stack before each training step; pixel values run from 0 to 1',
    head: ['training step', 'plain', 'residual'],
    rows: plain.map((error, index) => [index + 1, error, residual[index] as number]),
  };
}
