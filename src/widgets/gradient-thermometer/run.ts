import type { Experiment, Finding } from '../../contract/experiments.ts';
import type { NetworkKind } from '../../contract/networks.ts';
import type { GradientSettings } from './settings.ts';

export const steps = 30;
export const kinds: NetworkKind[] = ['plain', 'residual'];

/** What was measured of one network after a step: a norm for the first convolution and for every block. */
export interface Reading {
  step: number;
  loss: number;
  norms: number[];
}

export interface GradientRun {
  settings: GradientSettings;
  readings: Record<NetworkKind, Reading[]>;
}

export function experiment(settings: GradientSettings): Experiment<'gradients'> {
  return {
    ...{ name: 'gradients', ...settings, steps, measureEvery: 5 },
    ...{ width: 8, batchSize: 32, pictureSize: 16, learningRate: 0.05 },
  };
}

export function initial(settings: GradientSettings): GradientRun {
  return { settings, readings: { plain: [], residual: [] } };
}

/** The run after one more finding; `run` itself is left as it is. */
export function reduce(run: GradientRun, finding: Finding<'gradients'>): GradientRun {
  const { kind, step, loss, norms } = finding;
  const readings = { ...run.readings, [kind]: [...run.readings[kind], { step, loss, norms }] };
  return { ...run, readings };
}

/** A recorded run as it was after a share of its steps. */
export function upTo(run: GradientRun, share: number): GradientRun {
  const { plain, residual } = run.readings;
  const before = (readings: Reading[]) => readings.filter(({ step }) => step <= share * steps);
  return { ...run, readings: { plain: before(plain), residual: before(residual) } };
}

/** The norm at each block as a multiple of that at the last; NaN where no gradient reaches even that one. */
export function ratios({ norms }: Reading): number[] {
  const last = norms.at(-1) ?? NaN;
  return norms.map((norm) => norm / last);
}

/** The last reading that was all numbers. */
export function latest(readings: Reading[]): Reading | undefined {
  return readings.findLast(isFinite);
}

/** The step after which the loss or the gradient was found to be no number any more. */
export function divergedBy(readings: Reading[]): number | undefined {
  return readings.find((reading) => !isFinite(reading))?.step;
}

/** A gradient can overflow a step before the loss does. */
function isFinite({ loss, norms }: Reading): boolean {
  return [loss, ...norms].every(Number.isFinite);
}
