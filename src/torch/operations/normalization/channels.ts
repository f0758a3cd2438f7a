import type { Tensor } from '../../tensor/Tensor.ts';

/** How numbers of [batch, channels, …] lie: for each example and channel a run of `run` numbers. */
export interface Channels {
  batch: number;
  channels: number;
  run: number;
  /** Numbers that a channel has: batch · run. */
  count: number;
}

export function channelsOf(shape: Tensor['shape']): Channels {
  const [batch = 1, channels = 1, ...rest] = shape;
  const run = rest.reduce((product, size) => product * size, 1);
  return { batch, channels, run, count: batch * run };
}

/** Visits each run of a channel: its first index and the index after its last. */
export function eachRunOf(
  channel: number,
  { batch, channels, run }: Channels,
  visit: (start: number, end: number) => void,
): void {
  for (let n = 0; n < batch; n++) {
    const start = (n * channels + channel) * run;
    visit(start, start + run);
  }
}
