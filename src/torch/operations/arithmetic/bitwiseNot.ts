import { defineOperation } from '../../Operation.ts';
import { infoOf, isFloating } from '../../tensor/dtype.ts';
import { TorchError } from '../../TorchError.ts';
import { first } from '../inputs.ts';
import { applyUnary, unaryRow } from '../pointwise.ts';

const flip = unaryRow((x) => ~x);
const invert = unaryRow((x) => 1 - x);

/** ~x: of integers the bits, of bool the opposite */
export const bitwiseNot = defineOperation({
  name: 'bitwise_not',
  forward: (inputs) => {
    const input = first(inputs);
    if (isFloating(input.dtype)) {
      throw new TorchError(
        'RuntimeError',
        `"bitwise_not_cpu" not implemented for '${infoOf(input.dtype).scalar}'`,
      );
    }
    return applyUnary(input, input.dtype === 'bool' ? invert : flip);
  },
});
