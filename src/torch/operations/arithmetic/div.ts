import { defineOperation } from '../../Operation.ts';
import { isFloating } from '../../tensor/dtype.ts';
import { resultType } from '../../tensor/promote.ts';
import type { Tensor } from '../../tensor/Tensor.ts';
import { TorchError } from '../../TorchError.ts';
import { negative, over, sumTo, times } from '../expressions.ts';
import { pair } from '../inputs.ts';
import { applyBinary, type BinaryRow, binaryRow } from '../pointwise.ts';

interface Rounding {
  rounding_mode?: 'floor' | 'trunc' | null;
}

const divRow: BinaryRow = (out, to, length, a, fromA, stepA, b, fromB, stepB) => {
  for (let i = 0; i < length; i++) {
    out[to + i] = (a[fromA + i * stepA] as number) / (b[fromB + i * stepB] as number);
  }
};

const roundings = {
  floor: binaryRow((a, b) => Math.floor(a / b)),
  trunc: binaryRow((a, b) => Math.trunc(a / b)),
};

function refuseZero(b: Tensor): void {
  const { data } = b.storage;
  if (data.includes(0)) throw new TorchError('RuntimeError', 'ZeroDivisionError');
}

/** a / b, of integers too a float; rounded where `rounding_mode` says so */
export const div = defineOperation<Rounding>({
  name: 'div',
  node: ({ rounding_mode }) => (rounding_mode ? 'DivBackward1' : 'DivBackward0'),
  forward: (inputs, { rounding_mode }) => {
    const [a, b] = pair(inputs);
    const common = resultType([a, b]);
    if (rounding_mode) {
      if (!isFloating(common)) refuseZero(b);
      return applyBinary(a, b, roundings[rounding_mode], common);
    }
    return applyBinary(a, b, divRow, isFloating(common) ? common : 'float32');
  },
  saves: ([a, b], { rounding_mode }) => {
    if (rounding_mode) return {};
    return { inputs: [...(b ? [0] : []), ...(a || b ? [1] : [])] };
  },
  backward: ([gradient], { inputs: [a, b], shapes: [shapeA = [], shapeB = []], needs }) => {
    if (!gradient || !b) return [];
    return [
      needs[0] ? sumTo(over(gradient, b), shapeA) : undefined,
      needs[1] && a ? sumTo(negative(times(gradient, over(over(a, b), b))), shapeB) : undefined,
    ];
  },
});

const remainderRow = binaryRow((a, b) => {
  if (b === Infinity || b === -Infinity) return a * b >= 0 ? a : b;
  const rest = a % b;
  return rest !== 0 && rest < 0 !== b < 0 ? rest + b : rest;
});

/** a % b with the sign of b, as Python has it */
export const remainder = defineOperation({
  name: 'remainder',
  forward: (inputs) => {
    const [a, b] = pair(inputs);
    if (!isFloating(resultType([a, b]))) refuseZero(b);
    return applyBinary(a, b, remainderRow);
  },
  saves: ([, b]) => (b ? { inputs: [0, 1] } : {}),
  backward: ([gradient], { inputs: [a, b], shapes: [shapeA = [], shapeB = []] }) => [
    gradient && sumTo(gradient, shapeA),
    gradient && a && b
      ? sumTo(negative(times(gradient, applyBinary(a, b, roundings.floor))), shapeB)
      : undefined,
  ],
});

/** a % b with the sign of a, as C has it */
export const fmod = defineOperation({
  name: 'fmod',
  forward: (inputs) =>
    applyBinary(
      ...pair(inputs),
      binaryRow((a, b) => a % b),
    ),
  backward: ([gradient], { shapes: [shape = []] }) => [gradient && sumTo(gradient, shape)],
});
