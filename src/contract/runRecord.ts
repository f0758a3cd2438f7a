import type { NetworkConfig, RunConfig } from './runConfig.ts';

/** A training run as it is drawn, kept on the device and recorded for the book: config, engine, numbers. */
export interface RunRecord {
  /** ISO 8601 time at which the run started. */
  startedAt: string;
  engine: { backend: string; device: string; reason: string };
  /** All that repeats the run. */
  config: RunConfig;
  /** Steps finished, and the time they took in milliseconds without pauses and waits. */
  step: number;
  trainingMs: number;
  /** What was measured of each network, in the order of the config. */
  networks: NetworkRecord[];
}

export interface NetworkRecord {
  id: string;
  parameters: number;
  /** Error of each training batch, 0 to 1; the first is step 1's. */
  trainErrors: number[];
  testErrors: { step: number; error: number }[];
  /** The step whose loss was not a number, if that happened: the network stopped there. */
  divergedAt?: number;
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
