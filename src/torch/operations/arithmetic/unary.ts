import type { Operation } from '../../Operation.ts';
import { isFloating } from '../../tensor/dtype.ts';
import { cast } from '../../tensor/cast.ts';
import { type Tensor, zeros } from '../../tensor/Tensor.ts';
import { TorchError } from '../../TorchError.ts';
import { first } from '../inputs.ts';
import { applyUnary, type UnaryRow, unaryRow } from '../pointwise.ts';

interface Unary {
  name: string;
  node?: string;
  /** One number, or a row of them where a loop of its own pays. */
  compute: ((value: number) => number) | { row: UnaryRow };
  /** Whether integers give floats, as with exp; else results are of the input's dtype, or bool. */
  result?: 'float' | 'bool';
  /** Why bool is refused. */
  refusesBool?: string;
  /** From the input or the output: whichever it names is kept. */
  slope?:
    | { input: (gradient: Tensor, input: Tensor) => Tensor }
    | { output: (gradient: Tensor, output: Tensor) => Tensor };
  /** A gradient that is zero everywhere, as of floor. */
  isFlat?: true;
}

/** An operation on each number by itself. */
export function unary(description: Unary): Operation {
  const { name, node, compute, result, refusesBool, slope, isFlat } = description;
  const row = typeof compute === 'function' ? unaryRow(compute) : compute.row;
  return {
    name,
    ...(node ? { node } : {}),
    forward: (inputs) => {
      const input = first(inputs);
      if (refusesBool && input.dtype === 'bool') {
        throw new TorchError('RuntimeError', refusesBool);
      }
      if (result === 'bool') return applyUnary(input, row, 'bool');
      const converts = result === 'float' && !isFloating(input.dtype);
      return applyUnary(converts ? cast(input, 'float32') : input, row);
    },
    ...(slope && {
      saves: () => ('input' in slope ? { inputs: [0] } : { outputs: [0] }),
      backward: ([gradient], { inputs: [input], outputs: [output] }) => {
        if (!gradient) return [];
        if ('input' in slope) return [input && slope.input(gradient, input)];
        return [output && slope.output(gradient, output)];
      },
    }),
    ...(isFlat && {
      backward: ([gradient]) => [gradient && zeros(gradient.shape, gradient.dtype)],
    }),
  };
}
