import { mean } from 'd3';
import { lastOf, type NetworkRecord, type RunRecord } from '../../contract/runRecord.ts';
import { estimate, estimateShare, type Estimate } from '../../lib/verdicts.ts';

/** The error of which something is said: of the batches that were trained on, or of pictures that never were. */
export type ErrorKind = 'training' | 'test';

/**
 * Steps over which a training error is averaged, since one batch of 64 is too noisy to read: 40, or in long runs a
 * fiftieth of the run.
 */
export function smoothingWindow({ config }: Pick<RunRecord, 'config'>): number {
  return Math.max(40, Math.round(config.recipe.steps / 50));
}

/** More points than this on a curve would not be seen, but drawing them would hold up the page. */
const mostPoints = 500;

/**
 * Running mean of the last `window` steps, from the 5th on, since earlier ones say too little; of one step, the
 * values themselves. Of long runs only every so many steps, and the last.
 * @param every steps that a value is the mean of
 */
export function runningMean(
  values: readonly number[],
  window: number,
  every = 1,
): [step: number, mean: number][] {
  const means: [number, number][] = [];
  const stride = Math.ceil(values.length / mostPoints);
  const width = Math.max(1, Math.round(window / every));
  let sum = 0;
  for (const [index, value] of values.entries()) {
    sum += value;
    if (index >= width) sum -= values[index - width] as number;
    const step = (index + 1) * every;
    if ((step < 5 && width > 1) || (index % stride !== 0 && index !== values.length - 1)) continue;
    means.push([step, sum / Math.min(index + 1, width)]);
  }
  return means;
}

/** Mean training error over the last steps of the run; undefined before the first. */
export function trainErrorOf(record: RunRecord, network: NetworkRecord): number | undefined {
  return mean(lastOf(record, network.trainErrors, smoothingWindow(record)));
}

/** A network's error as it is compared: the training error of the last batches, or the test error at the run's step. */
export function estimateError(
  record: RunRecord,
  network: NetworkRecord,
  kind: ErrorKind,
): Estimate | undefined {
  if (kind === 'training')
    return estimate(lastOf(record, network.trainErrors, smoothingWindow(record)));
  const error = testErrorAt(network, record.step);
  return error === undefined ? undefined : estimateShare(error, record.config.evaluation.pictures);
}

/** The last measured test error at or before `step`. */
export function testErrorAt(network: NetworkRecord, step: number): number | undefined {
  return network.measurements.findLast((measured) => measured.step <= step)?.testError;
}
