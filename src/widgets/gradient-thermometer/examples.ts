import type { NetworkKind } from '../../contract/networks.ts';
import type { LiveExamples } from '../../figure/defineLiveFigure.tsx';
import { engine, recorded } from '../../figure/live/exampleEngine.ts';
import { startOf } from '../../figure/settings/settings.tsx';
import { initial, reduce, type GradientRun } from './run.ts';
import { settings, type GradientSettings } from './settings.ts';

/** A run of readings given as [kind, step, norms from the first convolution on, loss]. */
export function runOf(...readings: [NetworkKind, number, number[], number?][]): GradientRun {
  return readings.reduce<GradientRun>(
    (run, [kind, step, norms, loss = 2.3]) =>
      reduce(run, { type: 'gradients', kind, step, norms, loss }),
    initial(startOf(settings)),
  );
}

/** For 28 places, each `ratio` times the one before. */
const norms = (from: number, ratio: number) =>
  Array.from({ length: 28 }, (_, i) => from * ratio ** i);
const half = runOf(['plain', 0, norms(190, 0.72)], ['plain', 15, norms(0.03, 0.99)]);
const whole = runOf(
  ['plain', 0, norms(190, 0.72)],
  ['plain', 30, norms(0.009, 1.04)],
  ['residual', 0, norms(0.92, 0.88)],
  ['residual', 30, norms(0.014, 1.025)],
);
const withoutNorm = runOf(
  ['plain', 0, norms(0.00025, 1.185)],
  ['plain', 30, norms(0.00023, 1.19)],
  ['residual', 0, norms(94, 0.747)],
  ['residual', 5, norms(NaN, 1), NaN],
);

/** Every state of the thermometer that is worth seeing, and words that must be in it. */
export const examples: LiveExamples<GradientSettings, GradientRun> = {
  idle: { says: 'Predict first' },
  'with a recording': { result: whole, recorded, says: 'multiplied by 7,100 in the untrained' },
  'with a recording, set otherwise': {
    ...{ result: whole, recorded, settings: { batchNorm: false }, ran: { batchNorm: true } },
    says: 'These results are for other settings (Batch norm: on)',
  },
  measuring: {
    ...{ phase: 'running', engine, result: half },
    says: 'Training step 15 of 30 (plain)',
  },
  done: {
    phase: 'done',
    engine,
    result: whole,
    says: 'multiplied by 7,100 in the untrained plain-56 (divided by 2.9 after 30 steps)',
  },
  diverged: {
    ...{ phase: 'done', engine, settings: { batchNorm: false } },
    result: { ...withoutNorm, settings: { ...startOf(settings), batchNorm: false } },
    says: 'residual: diverged by step 5',
  },
};
