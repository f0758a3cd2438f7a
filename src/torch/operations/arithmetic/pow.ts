import { call } from '../../call.ts';
import { defineOperation } from '../../Operation.ts';
import { isFloating } from '../../tensor/dtype.ts';
import { resultType } from '../../tensor/promote.ts';
import { zeros } from '../../tensor/Tensor.ts';
import { TorchError } from '../../TorchError.ts';
import { minus, onlyWhere, power, scalar, sumTo, times } from '../expressions.ts';
import { pair } from '../inputs.ts';
import { applyBinary, type BinaryRow, binaryRow } from '../pointwise.ts';

const powRow = binaryRow(Math.pow);

const squareRow: BinaryRow = (out, to, length, a, from, step) => {
  for (let i = 0; i < length; i++) {
    const value = a[from + i * step] as number;
    out[to + i] = value * value;
  }
};

const cubeRow: BinaryRow = (out, to, length, a, from, step) => {
  for (let i = 0; i < length; i++) {
    const value = a[from + i * step] as number;
    out[to + i] = value * value * value;
  }
};

/** Loops of their own for the exponents that matter: Math.pow is ten times slower. */
function rowFor(exponent: number | undefined): BinaryRow {
  if (exponent === 2) return squareRow;
  return exponent === 3 ? cubeRow : powRow;
}

/** a to the power b */
export const pow = defineOperation({
  name: 'pow',
  node: (_, [, b]) => (b?.isNumber ? 'PowBackward0' : 'PowBackward1'),
  forward: (inputs) => {
    const [a, b] = pair(inputs);
    const common = resultType([a, b]);
    if (common === 'bool') {
      throw new TorchError('RuntimeError', `"pow" not implemented for 'Bool'`);
    }
    const exponent = b.storage.data[b.offset] as number;
    if (!isFloating(common) && b.isNumber && exponent < 0) {
      throw new TorchError('RuntimeError', 'Integers to negative integer powers are not allowed.');
    }
    return applyBinary(a, b, rowFor(b.isNumber ? exponent : undefined), common);
  },
  saves: ([, b]) => ({ inputs: [0, 1], outputs: b ? [0] : [] }),
  backward: ([gradient], { inputs: [a, b], outputs: [result], shapes, needs }) => {
    if (!gradient || !a || !b) return [];
    const [shapeA = [], shapeB = []] = shapes;
    const byBase = () => {
      if (b.isNumber && b.storage.data[0] === 0) return zeros(shapeA, gradient.dtype);
      if (b.isNumber) {
        const exponent = b.storage.data[0] as number;
        const lower = exponent === 2 ? a : power(a, exponent - 1);
        return times(gradient, times(lower, exponent));
      }
      const slope = times(b, power(a, minus(b, 1)));
      return times(gradient, onlyWhere(call('ne', [b, scalar(0)]), slope));
    };
    const byExponent = () => {
      const isZero = call('logical_and', [call('eq', [a, scalar(0)]), call('ge', [b, scalar(0)])]);
      const slope = times(gradient, times(result ?? 0, call('log', [a])));
      return onlyWhere(call('logical_not', [isZero]), slope);
    };
    return [
      needs[0] ? sumTo(byBase(), shapeA) : undefined,
      needs[1] ? sumTo(byExponent(), shapeB) : undefined,
    ];
  },
});
