import { call } from '../../call.ts';
import { defineOperation } from '../../Operation.ts';
import { type BinaryRow, applyBinary } from '../pointwise.ts';
import { pair, sumTo } from '../sumTo.ts';

const mulRow: BinaryRow = (out, to, length, a, fromA, stepA, b, fromB, stepB) => {
  for (let i = 0; i < length; i++) {
    out[to + i] = (a[fromA + i * stepA] as number) * (b[fromB + i * stepB] as number);
  }
};

/** a · b */
export const mul = defineOperation({
  name: 'mul',
  forward: (inputs) => applyBinary(...pair(inputs), mulRow),
  saves: ([a, b]) => ({ inputs: [...(b ? [0] : []), ...(a ? [1] : [])] }),
  backward: ([gradient], { inputs, shapes, needs }) =>
    [inputs[1], inputs[0]].map((other, k) =>
      needs[k] ? sumTo(call('mul', [gradient, other]), shapes[k] ?? []) : undefined,
    ),
});
