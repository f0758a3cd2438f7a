import type { Operation } from '../../Operation.ts';
import { infoOf } from '../../tensor/dtype.ts';
import { resultType } from '../../tensor/promote.ts';
import { TorchError } from '../../TorchError.ts';
import { pair } from '../inputs.ts';
import { applyBinary, binaryRow } from '../pointwise.ts';

function comparison(name: string, compare: (a: number, b: number) => boolean): Operation {
  const row = binaryRow((a, b) => (compare(a, b) ? 1 : 0));
  return {
    name,
    forward: (inputs) => {
      const [a, b] = pair(inputs);
      return applyBinary(a, b, row, resultType([a, b]), 'bool');
    },
  };
}

function bitwise(
  name: string,
  compute: (a: number, b: number) => number,
  symbol: string,
): Operation {
  const row = binaryRow(compute);
  return {
    name,
    forward: (inputs) => {
      const [a, b] = pair(inputs);
      const common = resultType([a, b]);
      if (infoOf(common).category === 2) {
        throw new TorchError(
          'RuntimeError',
          `"bitwise_${symbol}_cpu" not implemented for '${infoOf(common).scalar}'`,
        );
      }
      return applyBinary(a, b, row, common);
    },
  };
}

/** Comparisons and logic: results are bool, without gradients. */
export const comparisons = [
  comparison('eq', (a, b) => a === b),
  comparison('ne', (a, b) => a !== b),
  comparison('lt', (a, b) => a < b),
  comparison('le', (a, b) => a <= b),
  comparison('gt', (a, b) => a > b),
  comparison('ge', (a, b) => a >= b),
  comparison('logical_and', (a, b) => a !== 0 && b !== 0),
  comparison('logical_or', (a, b) => a !== 0 || b !== 0),
  comparison('logical_xor', (a, b) => (a !== 0) !== (b !== 0)),
  bitwise('bitwise_and', (a, b) => a & b, 'and'),
  bitwise('bitwise_or', (a, b) => a | b, 'or'),
  bitwise('bitwise_xor', (a, b) => a ^ b, 'xor'),
];
