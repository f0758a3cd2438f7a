import type { RunRecord } from '../../src/contract/runRecord.ts';

/**
 * A run small enough for the book: of its training errors and losses only the mean of every `every` steps, and no
 * more digits than say something. A mean of whole numbers of wrong pictures is still told from its neighbours.
 */
export function thin(record: RunRecord, every: number): RunRecord {
  const means = (values: number[], digits: number) =>
    Array.from({ length: Math.floor(values.length / every) }, (_, i) => {
      const some = values.slice(i * every, (i + 1) * every);
      return Number((some.reduce((sum, value) => sum + value, 0) / every).toFixed(digits));
    });
  const threeDigits = (values: number[]) => values.map((value) => Number(value.toPrecision(3)));
  const networks = record.networks.map((network) => ({
    ...network,
    trainErrors: means(network.trainErrors, 5),
    losses: means(network.losses, 4),
    measurements: network.measurements.map(({ step, testError, gradients, branches }) => ({
      ...{ step, testError: Number(testError.toFixed(5)) },
      ...{ gradients: threeDigits(gradients), branches: threeDigits(branches) },
    })),
  }));
  return { ...record, every, networks, trainingMs: Math.round(record.trainingMs) };
}
