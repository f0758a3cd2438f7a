import { defineOperation } from '../../Operation.ts';
import { sumTo, times } from '../expressions.ts';
import { pair } from '../inputs.ts';
import { applyBinary, type BinaryRow } from '../pointwise.ts';

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
  backward: ([gradient], { inputs: [a, b], shapes: [shapeA = [], shapeB = []], needs }) => [
    needs[0] && gradient && b ? sumTo(times(gradient, b), shapeA) : undefined,
    needs[1] && gradient && a ? sumTo(times(gradient, a), shapeB) : undefined,
  ],
});
