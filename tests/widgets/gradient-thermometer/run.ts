import type { NetworkKind } from '../../../src/contract/networks.ts';
import {
  add,
  begin,
  defaultSettings,
  type GradientRun,
} from '../../../src/widgets/gradient-thermometer/gradientRun.ts';

/** A run of readings given as [kind, step, norms from the first convolution on, loss]. */
export function runOf(...readings: [NetworkKind, number, number[], number?][]): GradientRun {
  return add(
    begin(defaultSettings),
    readings.map(([kind, step, norms, loss = 2.3]) => ({
      type: 'gradients',
      kind,
      step,
      norms,
      loss,
    })),
  );
}
