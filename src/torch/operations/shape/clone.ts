import { defineOperation } from '../../Operation.ts';
import { cast } from '../../tensor/cast.ts';
import { type Dtype, infoOf } from '../../tensor/dtype.ts';
import { allocate } from '../../tensor/memory.ts';
import { copyRows } from '../../tensor/rows.ts';
import { call } from '../../call.ts';
import { broadcastShapes, isContiguous } from '../../tensor/shape.ts';
import { Tensor, viewOf, zeros } from '../../tensor/Tensor.ts';
import { sumTo } from '../expressions.ts';
import { first, pair } from '../inputs.ts';

/** A copy in row-major order. */
export function contiguousCopy(input: Tensor): Tensor {
  const copy = zeros(input.shape, input.dtype);
  copyRows(input, { data: copy.storage.data, strides: copy.strides, offset: 0 });
  return copy;
}

/** A copy in row-major order, to be read only: where it can, it shares the numbers until either is changed. */
function lightCopy(input: Tensor): Tensor {
  const { storage, shape, dtype, size } = input;
  if (size !== storage.length || !isContiguous(input)) return contiguousCopy(input);
  allocate(size * infoOf(dtype).bytes);
  return new Tensor(storage.copy(), shape, dtype);
}

/** The same numbers in memory of their own; dimensions lie in memory in the order of the input's. */
export const clone = defineOperation<{ contiguous?: boolean }>({
  name: 'clone',
  forward: (inputs, { contiguous }) => {
    const input = first(inputs);
    if (contiguous) return lightCopy(input);
    const order = input.shape.map((_, dim) => dim);
    order.sort((a, b) => (input.strides[b] as number) - (input.strides[a] as number) || a - b);
    if (input.strides.includes(0) || order.every((dim, k) => dim === k)) return lightCopy(input);
    const sizes = order.map((dim) => input.shape[dim] as number);
    const steps = order.map((dim) => input.strides[dim] as number);
    const copy = lightCopy(viewOf(input, sizes, steps));
    const strides = input.shape.map((_, dim) => copy.strides[order.indexOf(dim)] as number);
    return viewOf(copy, input.shape, strides, 0);
  },
  backward: ([gradient]) => [gradient],
});

/** The numbers in another dtype. */
export const to = defineOperation<{ dtype: Dtype }>({
  name: 'to',
  node: 'ToCopyBackward0',
  forward: (inputs, { dtype }) => {
    const input = first(inputs);
    return input.dtype === dtype ? lightCopy(input) : cast(input, dtype);
  },
  backward: ([gradient], { dtypes: [dtype] }) => [gradient && call('to', [gradient], { dtype })],
});

/** The second tensor's numbers in the first's shape and dtype, which copy_ writes over the first. */
export const copy = defineOperation({
  name: 'copy',
  node: 'CopyBackwards',
  forward: (inputs) => {
    const [target, source] = pair(inputs);
    broadcastShapes(target.shape, source.shape);
    const wide = call('expand', [cast(source, target.dtype)], { shape: [...target.shape] });
    return lightCopy(wide);
  },
  backward: ([gradient], { shapes: [own = [], shape = []], needs }) => [
    gradient && needs[0] ? zeros(own, gradient.dtype) : undefined,
    gradient && needs[1] ? sumTo(gradient, shape) : undefined,
  ],
});

/** A tensor like the first, of one number. */
export const fill = defineOperation<{ zero?: boolean }>({
  name: 'fill',
  node: ({ zero }) => (zero ? 'ZeroBackward0' : 'FillBackward2'),
  forward: (inputs) => {
    const [target, value] = pair(inputs);
    const filled = zeros(target.shape, target.dtype);
    filled.storage.data.fill(cast(value, target.dtype).storage.data[value.offset] as number);
    return filled;
  },
  backward: ([gradient], { needs, shapes: [shape = []] }) => [
    gradient && needs[0] ? zeros(shape, gradient.dtype) : undefined,
    gradient && needs[1] ? call('sum', [gradient]) : undefined,
  ],
});
