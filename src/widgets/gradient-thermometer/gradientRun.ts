import { numberIn, oneOf, type Fields } from '../../figure/link.ts';
import type { Finding, Experiment } from '../../contract/experiments.ts';
import type { NetworkKind } from '../../contract/networks.ts';

/** What the reader chooses. */
export interface GradientSettings {
  depth: number;
  batchNorm: boolean;
  seed: number;
}

export const defaultSettings: GradientSettings = { depth: 20, batchNorm: true, seed: 1 };
export const steps = 30;

export const ranges = { depth: { min: 8, max: 56, step: 6 }, seed: { min: 1, max: 10 } };

/** The settings in a link. */
export const fields: Fields<GradientSettings> = {
  depth: numberIn(ranges.depth),
  batchNorm: oneOf([true, false]),
  seed: numberIn(ranges.seed),
};

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

export function plan(settings: GradientSettings): Experiment<'gradients'> {
  return {
    ...{ name: 'gradients', ...settings, steps, measureEvery: 5 },
    ...{ width: 8, batchSize: 32, pictureSize: 16, learningRate: 0.05 },
  };
}

export function begin(settings: GradientSettings): GradientRun {
  return { settings, readings: { plain: [], residual: [] } };
}

/** The run after findings; `run` itself is left as it is. */
export function add({ settings, readings }: GradientRun, findings: Finding[]): GradientRun {
  const next = { plain: [...readings.plain], residual: [...readings.residual] };
  for (const finding of findings) {
    if (finding.type !== 'gradients') continue;
    const { kind, step, loss, norms } = finding;
    next[kind].push({ step, loss, norms });
  }
  return { settings, readings: next };
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
