import type { Maps } from '../../../src/contract/experiments.ts';
import {
  add,
  begin,
  defaultSettings,
  type Pass,
} from '../../../src/widgets/block-machine/blockRun.ts';

/** One pixel with the value `norm` in each channel drawn. */
const maps = (norm: number): Maps => ({
  channels: Array.from({ length: 4 }, () => Float32Array.of(norm)),
  norm,
});

/** A pass through a block whose input has norm 10 and whose unshrunk branch has norm 20. */
function passWith(factor: number, shrinks: Pass['shrinks'] = 'norm'): Pass {
  const branch = maps(20 * factor);
  const [sum, plain] = [maps(10 + 20 * factor), maps(15 * factor)];
  return { type: 'block', shrinks, factor, branch, sum, residual: sum, plain, change: 20 * factor };
}

export const run = add(begin(defaultSettings), [
  { type: 'blockInput', picture: new Float32Array(3), x: maps(10) },
  ...[1, 0.5, 0].map((factor) => passWith(factor)),
]);
