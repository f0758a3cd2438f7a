import { call } from '../../call.ts';
import { defineOperation } from '../../Operation.ts';
import { TorchError } from '../../TorchError.ts';
import { onlyWhere, scalar } from '../expressions.ts';
import { first, pair } from '../inputs.ts';
import { applyBinary, applyUnary, type BinaryRow, type UnaryRow } from '../pointwise.ts';

const reluRow: UnaryRow = (out, to, length, from, start, step) => {
  for (let i = 0; i < length; i++) {
    // NaN stays NaN.
    out[to + i] = Math.max(from[start + i * step] as number, 0);
  }
};

/** max(x, 0) */
export const relu = defineOperation({
  name: 'relu',
  forward: (inputs) => {
    const input = first(inputs);
    if (input.dtype === 'bool') {
      throw new TorchError('RuntimeError', 'Boolean inputs not supported for relu');
    }
    return applyUnary(input, reluRow);
  },
  saves: () => ({ outputs: [0] }),
  backward: ([gradient], { outputs: [output] }) => [
    gradient && call('threshold_backward', [gradient, output]),
  ],
});

const thresholdRow: BinaryRow = (out, to, length, a, fromA, stepA, b, fromB, stepB) => {
  for (let i = 0; i < length; i++) {
    const open = (b[fromB + i * stepB] as number) > 0;
    out[to + i] = open ? (a[fromA + i * stepA] as number) : 0;
  }
};

/** The gradient where ReLU's output is positive, 0 elsewhere. */
export const thresholdBackward = defineOperation({
  name: 'threshold_backward',
  forward: (inputs) => applyBinary(...pair(inputs), thresholdRow),
  saves: () => ({ inputs: [1] }),
  backward: ([gradient], { inputs: [, output] }) => [
    gradient && output && onlyWhere(call('gt', [output, scalar(0)]), gradient),
  ],
});
