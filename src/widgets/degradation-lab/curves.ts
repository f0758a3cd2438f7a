import { max, mean } from 'd3';
import type { MeasuredNetwork, NetworkRecord } from '../../contract/runRecord.ts';
import type { Series } from '../../ui/chart/LineChart.tsx';

/** Steps over which the drawn training error is averaged: one batch of 64 is too noisy to read. */
export const smoothingWindow = 40;

/** More points than this on a curve would not be seen, but drawing them would hold up the page. */
const mostPoints = 500;

/**
 * Running mean of the last `window` values, from the 5th on, since earlier ones say too little;
 * of long runs only every so many steps, and the last.
 */
export function runningMean(
  values: number[],
  window = smoothingWindow,
): [step: number, mean: number][] {
  const means: [number, number][] = [];
  const stride = Math.ceil(values.length / mostPoints);
  let sum = 0;
  for (const [index, value] of values.entries()) {
    sum += value;
    if (index >= window) sum -= values[index - window] as number;
    if (index < 4 || (index % stride !== 0 && index !== values.length - 1)) continue;
    means.push([index + 1, sum / Math.min(index + 1, window)]);
  }
  return means;
}

/** Mean training error over the last steps before and including `step`; undefined before the first. */
export function trainErrorAt(network: NetworkRecord, step: number): number | undefined {
  return mean(network.trainErrors.slice(Math.max(0, step - smoothingWindow), step));
}

/** The last measured test error at or before `step`. */
export function testErrorAt(network: NetworkRecord, step: number): number | undefined {
  return network.testErrors.findLast((test) => test.step <= step)?.error;
}

/** Training error as curves: colour by kind, dash and weight by depth. */
export function trainSeries(networks: MeasuredNetwork[]): Series[] {
  return networks.map((network) => ({
    ...look(network, networks),
    points: runningMean(network.trainErrors),
  }));
}

/** Test error as curves with a dot for each measurement. */
export function testSeries(networks: MeasuredNetwork[]): Series[] {
  return networks.map((network) => ({
    ...look(network, networks),
    points: network.testErrors.map(({ step, error }): [number, number] => [step, error]),
    dots: true,
  }));
}

function look({ id, kind, depth }: MeasuredNetwork, networks: MeasuredNetwork[]) {
  const deepest = max(networks, (network) => network.depth);
  return { id, label: id, kind, deep: depth === deepest };
}
