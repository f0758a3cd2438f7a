import type { StateDict } from '../contract/stateDict.ts';
import { epsilon } from '../nn/batchnorm2d.ts';

/**
 * The first batch norm that would take the root of a negative number, in words that follow “The first layer
 * where it happens is”. Some devices show that as a channel of zeros.
 */
export function negativeVariance(state: StateDict): string | undefined {
  for (const [key, { data }] of Object.entries(state)) {
    const layer = /^(.*)\.running_var$/.exec(key)?.[1];
    const channel = layer === undefined ? -1 : data.findIndex((value) => value <= -epsilon);
    if (channel < 0) continue;
    return `${layer}: channel ${channel} has a negative variance, ${data[channel]?.toPrecision(3)}`;
  }
  return undefined;
}
