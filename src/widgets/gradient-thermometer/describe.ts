import type { NetworkKind } from '../../contract/networks.ts';
import type { Callout } from '../../figure/frame/Takeaway.tsx';
import type { Table } from '../../figure/tools/table.ts';
import { twoDigits } from '../../lib/format.ts';
import { divergedBy, kinds, latest, ratios, steps, type GradientRun, type Reading } from './run.ts';

/** What was measured, as a factor from the last block back to the first; no cause is read into it. */
export function takeaway(run: GradientRun | null): string | Callout {
  if (!run)
    return 'Press Measure: by what factor does the gradient shrink or grow on its way back?';
  const sentences = kinds.flatMap((kind) => sentence(kind, run));
  const text = `${run.settings.batchNorm ? 'With' : 'Without'} batch norm, on its way back to the first convolution, the gradient is ${sentences.join('; it is ')}.`;
  const [first] = run.readings.plain;
  const ratio = first && wholeWay(first);
  return ratio !== undefined && ratio > 0 ? { key: times(ratio), kind: 'plain', text } : text;
}

function sentence(kind: NetworkKind, { settings, readings }: GradientRun): string[] {
  const [first] = readings[kind];
  if (!first) return [];
  const last = latest(readings[kind]);
  const name = `${kind}-${settings.depth}`;
  const trained =
    last && last.step > first.step ? ` (${change(last)} after ${last.step} steps)` : '';
  const diverged = divergedBy(readings[kind]);
  const end =
    diverged === undefined
      ? ''
      : `, whose training diverged by step ${diverged}: its loss or gradient was no longer a number`;
  return [`${change(first)} in the untrained ${name}${trained}${end}`];
}

/** What becomes of the gradient's norm from the last block to the first convolution, as a factor. */
export function wholeWay(reading: Reading): number {
  return ratios(reading)[0] ?? NaN;
}

/** The same, to be read after 'is'. */
export function change(reading: Reading): string {
  const ratio = wholeWay(reading);
  if (ratio === 0) return 'reduced to 0';
  if (ratio < 1) return `divided by ${twoDigits(1 / ratio)}`;
  if (ratio < Infinity) return `multiplied by ${twoDigits(ratio)}`;
  return reading.norms.at(-1) === 0
    ? '0 ÷ 0 (no gradient reaches even the last block)'
    : 'no longer a number';
}

/** A factor as an axis or a label says it: '× 7,700', '÷ 100'. */
export function times(ratio: number): string {
  return ratio < 1 ? `÷ ${twoDigits(1 / ratio)}` : `× ${twoDigits(ratio)}`;
}

/** The same for a whole power of ten. */
export function tick(ratio: number): string {
  const power = Math.round(10 ** Math.abs(Math.log10(ratio)));
  return `${ratio < 0.5 ? '÷' : '×'} ${power.toLocaleString('en-GB')}`;
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
  return `training step ${readings[kind].at(-1)?.step ?? 0} of ${steps} (${kind})`;
}
