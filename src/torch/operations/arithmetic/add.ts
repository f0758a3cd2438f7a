import { defineOperation } from '../../Operation.ts';
import { type BinaryRow, applyBinary } from '../pointwise.ts';
import { pair, sumTo } from '../sumTo.ts';

const addRow: BinaryRow = (out, to, length, a, fromA, stepA, b, fromB, stepB) => {
  for (let i = 0; i < length; i++) {
    out[to + i] = (a[fromA + i * stepA] as number) + (b[fromB + i * stepB] as number);
  }
};

/** a + b */
export const add = defineOperation({
  name: 'add',
  forward: (inputs) => applyBinary(...pair(inputs), addRow),
  backward: ([gradient], { shapes, needs }) =>
    shapes.map((shape, k) => (needs[k] && gradient ? sumTo(gradient, shape) : undefined)),
});
