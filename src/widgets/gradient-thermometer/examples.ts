import type { NetworkKind } from '../../contract/networks.ts';
import type { LiveExamples } from '../../figure/defineLiveFigure.tsx';
import { engine } from '../../figure/exampleEngine.ts';
import { startOf } from '../../figure/settings.tsx';
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

const norms = (from: number, ratio: number) =>
  Array.from({ length: 10 }, (_, i) => from * ratio ** i);
const half = runOf(['plain', 0, norms(0.05, 0.9)], ['plain', 15, norms(0.03, 0.95)]);
const whole = runOf(
  ['plain', 0, norms(0.05, 0.9)],
  ['plain', 30, norms(0.03, 0.95)],
  ['residual', 0, norms(0.2, 0.8)],
  ['residual', 30, norms(0.1, 0.85)],
);
const diverged = runOf(['plain', 0, norms(1, 1.5)], ['plain', 5, norms(NaN, 1), NaN]);

/** Every state of the thermometer that is worth seeing, and words that must be in it. */
export const examples: LiveExamples<GradientSettings, GradientRun> = {
  idle: { says: 'Predict first' },
  measuring: {
    ...{ phase: 'running', engine, result: half },
    says: 'Step 15 of 30 of the plain network',
  },
  done: { phase: 'done', engine, result: whole, says: 'how long the gradient is' },
  diverged: {
    ...{ phase: 'done', engine, result: diverged },
    says: 'its loss or gradient was no longer a number',
  },
};
