import { twoDigits } from '../../lib/format.ts';
import type { NetworkKind } from '../../contract/networks.ts';
import type { Table } from '../../figure/table.ts';
import { divergedBy, latest, steps, type GradientRun, type Reading } from './run.ts';

const kinds: NetworkKind[] = ['plain', 'residual'];

/** What was measured, as a factor from the last block back to the first; no cause is read into it. */
export function takeaway(run: GradientRun | null): string {
  if (!run)
    return 'Predict first: by what factor does the gradient shrink or grow on its way back to the first layer?';
  const sentences = kinds.flatMap((kind) => sentence(kind, run));
  if (sentences.length === 0) return 'Nothing has been measured yet.';
  return `${run.settings.batchNorm ? 'With' : 'Without'} batch norm, from the last block back to the first convolution, the gradient’s norm is multiplied by ${sentences.join('; by ')}. A norm says how long the gradient is, not whether a step along it helps.`;
}

function sentence(kind: NetworkKind, { settings, readings }: GradientRun): string[] {
  const first = readings[kind][0];
  const last = latest(readings[kind]);
  if (!first || !last) return [];
  const name = `${kind}-${settings.depth}`;
  const trained = last.step > first.step ? ` and ${factor(last)} after ${last.step} steps` : '';
  const diverged = divergedBy(readings[kind]);
  const end =
    diverged === undefined
      ? ''
      : ` (by step ${diverged} its loss or gradient was no longer a number)`;
  return [`${factor(first)} in the untrained ${name}${trained}${end}`];
}

function factor({ norms }: Reading): string {
  const [first, last] = [norms[0] as number, norms.at(-1) as number];
  return last > 0 ? twoDigits(first / last) : '0 ÷ 0 (no gradient reaches even the last block)';
}

/** Every reading: a row a block. */
export function table(run: GradientRun | null): Table | null {
  const readings = kinds.flatMap((kind) =>
    (run?.readings[kind] ?? []).map((reading) => ({
      name: `${kind} step ${reading.step}`,
      reading,
    })),
  );
  const blocks = readings[0]?.reading.norms.length ?? 0;
  if (blocks === 0) return null;
  return {
    caption:
      'Norm of ∂E/∂x at the output x of each block; block 0 is the first convolution. E is the mean loss over 32 test pictures.',
    head: ['block', ...readings.map(({ name }) => name)],
    rows: Array.from({ length: blocks }, (_, block) => [
      block,
      ...readings.map(({ reading }) => reading.norms[block] as number),
    ]),
  };
}

/** Which network is being measured, and how far it is trained. */
export function progress({ readings }: GradientRun): string {
  const kind = readings.residual.length > 0 ? 'residual' : 'plain';
  return `step ${readings[kind].at(-1)?.step ?? 0} of ${steps} of the ${kind} network`;
}
