import type { NetworkConfig, RunConfig } from './runConfig.ts';

/** A training run as it is drawn, kept on the device and recorded for the book: config, engine, numbers. */
export interface RunRecord {
  /** ISO 8601 time at which the run started. */
  startedAt: string;
  engine: { backend: string; device: string; reason: string; version: number };
  /** All that repeats the run. */
  config: RunConfig;
  /** Steps finished, and the time they took in milliseconds without pauses and waits. */
  step: number;
  trainingMs: number;
  /** Steps whose mean each number of `trainErrors` and `losses` is: 1, or more where a recording is thinned. */
  every: number;
  /** What was measured of each network, in the order of the config. */
  networks: NetworkRecord[];
}

export interface NetworkRecord {
  id: string;
  parameters: number;
  /** Error of each training batch, 0 to 1; the first is step 1's. */
  trainErrors: number[];
  /** Mean cross-entropy of each training batch. */
  losses: number[];
  measurements: Measurement[];
  /** The step whose loss was not a number, if that happened: the network stopped there. */
  divergedAt?: number;
}

/** What is measured of a network now and then, after a step. Lists have a number a block, in the network's order. */
export interface Measurement {
  step: number;
  /** Top-1 error on the held-out pictures of the run, 0 to 1. */
  testError: number;
  /** ‖∂E/∂W‖ of the block's two convolutions together, of the batch of this step before its update. */
  gradients: number[];
  /** ‖F(x)‖ / ‖x‖ of a residual block, the mean over the first test pictures; none of a plain network. */
  branches: number[];
}

/** A network of a run as it was set up, with what was measured of it. */
export type MeasuredNetwork = NetworkConfig & NetworkRecord;

/** The networks of a run, in the order of its config. */
export function measuredNetworks({ config, networks }: RunRecord): MeasuredNetwork[] {
  return networks.map((network, index) => ({
    ...(config.networks[index] as NetworkConfig),
    ...network,
  }));
}

/** The run with only its numbers up to a step, as it stood after that. */
export function runUpTo(record: RunRecord, step: number): RunRecord {
  const numbers = Math.floor(step / record.every);
  const networks = record.networks.map(({ divergedAt, ...network }) => ({
    ...network,
    trainErrors: network.trainErrors.slice(0, numbers),
    losses: network.losses.slice(0, numbers),
    measurements: network.measurements.filter((measured) => measured.step <= step),
    ...(divergedAt !== undefined && divergedAt <= step && { divergedAt }),
  }));
  return { ...record, networks, step: Math.min(step, record.step) };
}

/** The numbers of a network's list that fall into the `window` steps up to the run's last. */
export function lastOf(
  { step, every }: Pick<RunRecord, 'step' | 'every'>,
  values: readonly number[],
  window: number,
): readonly number[] {
  const from = Math.max(0, Math.floor((step - window) / every));
  return values.slice(from, Math.floor(step / every));
}
