import { defineOperation } from '../../Operation.ts';
import { copyRows } from '../../tensor/rows.ts';
import { zeros } from '../../tensor/Tensor.ts';
import { first } from '../sumTo.ts';

/** The same numbers in memory of their own, in row-major order. */
export const clone = defineOperation({
  name: 'clone',
  forward: (inputs) => {
    const input = first(inputs);
    const copy = zeros(input.shape, input.dtype);
    copyRows(input, { data: copy.storage.data, strides: copy.strides, offset: 0 });
    return copy;
  },
  backward: ([gradient]) => [gradient],
});
