import { max } from 'd3';
import {
  measuredNetworks,
  type Measurement,
  type MeasuredNetwork,
  type NetworkRecord,
  type RunRecord,
} from '../../../contract/runRecord.ts';
import type { Series } from '../../../ui/chart/LineChart.tsx';
import { runningMean, type ErrorKind } from '../../../figure/runs/errors.ts';
import { bandOf, cutAt, cutBandAt, meanCurve, meanList, type Point } from './overSeeds.ts';

type Runs = readonly RunRecord[];

/** Training error over the steps, each point the mean of the last `window` steps. */
export function trainSeries(runs: Runs, window: number): Series[] {
  return overSteps(runs, ({ trainErrors }, { every }) => runningMean(trainErrors, window, every));
}

/** Cross-entropy over the steps, each point the mean of the last `window` steps. */
export function lossSeries(runs: Runs, window: number): Series[] {
  return overSteps(runs, ({ losses }, { every }) => runningMean(losses, window, every));
}

/** Test error with a dot for each measurement. */
export function testSeries(runs: Runs): Series[] {
  return overSteps(runs, ({ measurements }) =>
    measurements.map(({ step, testError }): Point => [step, testError]),
  ).map((series) => ({ ...series, dots: true }));
}

/** The one or the other. */
export function errorSeries(runs: Runs, kind: ErrorKind, window: number): Series[] {
  return kind === 'test' ? testSeries(runs) : trainSeries(runs, window);
}

/** What was last measured of each block up to a step, at the first of its two layers: blocks begin at layer 2. */
export function blockSeries(runs: Runs, step: number, part: 'gradients' | 'branches'): Series[] {
  const networks = networksOf(runs);
  return networks.map((network, index) => {
    const lists = runs.flatMap(({ networks: measured }) => {
      const list = measuredAt(measured[index], step)?.[part];
      return list ? [list] : [];
    });
    return {
      ...look(network, networks),
      points: meanList(lists).map((value, block): Point => [2 * block + 2, value]),
    };
  });
}

/** The curves as they were after a step. */
export function seriesUpTo(series: readonly Series[], step: number): Series[] {
  return series.map((one) => ({
    ...one,
    points: one.dots ? one.points.filter(([x]) => x <= step) : cutAt(one.points, step),
    ...(one.band && { band: cutBandAt(one.band, step) }),
  }));
}

/** Curves to compare with, of other runs of the same networks. */
export function paleSeries(series: readonly Series[], networks: readonly string[]): Series[] {
  return series
    .filter(({ id }) => networks.includes(id))
    .map(({ id, band: _, dots: __, ...one }) => ({ ...one, id: `${id} before`, pale: true }));
}

function overSteps(
  runs: Runs,
  curveOf: (network: NetworkRecord, run: RunRecord) => Point[],
): Series[] {
  const networks = networksOf(runs);
  return networks.map((network, index) => {
    const curves = runs.flatMap((run) => {
      const measured = run.networks[index];
      return measured ? [curveOf(measured, run)] : [];
    });
    const band = bandOf(curves);
    return {
      ...look(network, networks),
      points: meanCurve(curves),
      ...(band.length > 0 && { band }),
    };
  });
}

const networksOf = ([first]: Runs) => (first ? measuredNetworks(first) : []);

const measuredAt = (network: NetworkRecord | undefined, step: number): Measurement | undefined =>
  network?.measurements.findLast((measured) => measured.step <= step);

function look({ id, kind, depth }: MeasuredNetwork, networks: readonly MeasuredNetwork[]) {
  const deepest = max(networks, (network) => network.depth);
  return { id, label: id, kind, deep: depth === deepest };
}
