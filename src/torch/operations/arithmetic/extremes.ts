import { call } from '../../call.ts';
import type { Operation } from '../../Operation.ts';
import { over, sumTo, times } from '../expressions.ts';
import { pair } from '../inputs.ts';
import { applyBinary, type BinaryRow } from '../pointwise.ts';

const maximumRow: BinaryRow = (out, to, length, a, fromA, stepA, b, fromB, stepB) => {
  for (let i = 0; i < length; i++) {
    out[to + i] = Math.max(a[fromA + i * stepA] as number, b[fromB + i * stepB] as number);
  }
};

const minimumRow: BinaryRow = (out, to, length, a, fromA, stepA, b, fromB, stepB) => {
  for (let i = 0; i < length; i++) {
    out[to + i] = Math.min(a[fromA + i * stepA] as number, b[fromB + i * stepB] as number);
  }
};

function extreme(name: string, row: BinaryRow, closer: 'gt' | 'lt'): Operation {
  return {
    name,
    forward: (inputs) => applyBinary(...pair(inputs), row),
    saves: () => ({ inputs: [0, 1] }),
    backward: ([gradient], { inputs: [a, b], shapes, needs }) => {
      if (!gradient || !a || !b) return [];
      // Where both are equal, each gets a half.
      const half = over(call('to', [call('eq', [a, b])], { dtype: gradient.dtype }), 2);
      return [
        [a, b],
        [b, a],
      ].map(([mine, other], k) => {
        if (!needs[k]) return undefined;
        const share = call('add', [call(closer, [mine, other]), half]);
        return sumTo(times(gradient, share), shapes[k] ?? []);
      });
    },
  };
}

/** The greater of a and b, number by number; NaN where either is. */
export const maximum = extreme('maximum', maximumRow, 'gt');

/** The lesser of a and b. */
export const minimum = extreme('minimum', minimumRow, 'lt');
