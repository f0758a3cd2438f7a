import { defineOperation, type Operation } from '../../Operation.ts';
import type { Tensor } from '../../tensor/Tensor.ts';
import { resultType } from '../../tensor/promote.ts';
import { TorchError } from '../../TorchError.ts';
import { negative, sumTo, times } from '../expressions.ts';
import { pair } from '../inputs.ts';
import { applyBinary, type BinaryRow, binaryRow } from '../pointwise.ts';

/** The factor of the second operand, 1 by default. */
interface Alpha {
  alpha?: number;
}

const addRow: BinaryRow = (out, to, length, a, fromA, stepA, b, fromB, stepB) => {
  for (let i = 0; i < length; i++) {
    out[to + i] = (a[fromA + i * stepA] as number) + (b[fromB + i * stepB] as number);
  }
};

/** a + alpha · b: an optimiser's step. */
const scaledRow =
  (alpha: number): BinaryRow =>
  (out, to, length, a, fromA, stepA, b, fromB, stepB) => {
    for (let i = 0; i < length; i++) {
      out[to + i] = (a[fromA + i * stepA] as number) + alpha * (b[fromB + i * stepB] as number);
    }
  };

const subRow: BinaryRow = (out, to, length, a, fromA, stepA, b, fromB, stepB) => {
  for (let i = 0; i < length; i++) {
    out[to + i] = (a[fromA + i * stepA] as number) - (b[fromB + i * stepB] as number);
  }
};

const orRow = binaryRow((a, b) => (a || b ? 1 : 0));

function scaled(b: Tensor, alpha = 1): Tensor {
  return alpha === 1 ? b : times(b, alpha);
}

/** a + alpha · b */
export const add = defineOperation<Alpha>({
  name: 'add',
  forward: (inputs, { alpha }) => {
    const [a, b] = pair(inputs);
    const common = resultType([a, b]);
    if (alpha !== undefined && alpha !== 1 && common === 'float32' && b.dtype === common)
      return applyBinary(a, b, scaledRow(alpha), common);
    return applyBinary(a, scaled(b, alpha), common === 'bool' ? orRow : addRow, common);
  },
  backward: ([gradient], { shapes: [a = [], b = []], needs, attributes: { alpha } }) => [
    gradient && needs[0] ? sumTo(gradient, a) : undefined,
    gradient && needs[1] ? sumTo(scaled(gradient, alpha), b) : undefined,
  ],
});

function subtraction(name: string, node: string, swap: boolean): Operation<Alpha> {
  return {
    name,
    node,
    forward: (inputs, { alpha }) => {
      const [first, second] = pair(inputs);
      if (first.dtype === 'bool' && second.dtype === 'bool') {
        throw new TorchError(
          'RuntimeError',
          'Subtraction, the `-` operator, with two bool tensors is not supported. ' +
            'Use the `^` or `logical_xor()` operator instead.',
        );
      }
      if (first.dtype === 'bool' || second.dtype === 'bool') {
        throw new TorchError(
          'RuntimeError',
          'Subtraction, the `-` operator, with a bool tensor is not supported. ' +
            'If you are trying to invert a mask, use the `~` or `logical_not()` operator instead.',
        );
      }
      const [a, b] = swap ? [second, scaled(first, alpha)] : [first, scaled(second, alpha)];
      return applyBinary(a, b, subRow);
    },
    backward: ([gradient], { shapes: [a = [], b = []], needs, attributes: { alpha } }) => {
      if (!gradient) return [];
      const minus = negative(scaled(gradient, alpha));
      return [
        needs[0] ? sumTo(swap ? minus : gradient, a) : undefined,
        needs[1] ? sumTo(swap ? gradient : minus, b) : undefined,
      ];
    },
  };
}

/** a − alpha · b */
export const sub = subtraction('sub', 'SubBackward0', false);

/** b − alpha · a, which Python's number − tensor is */
export const rsub = subtraction('rsub', 'RsubBackward1', true);
