import { call } from '../../call.ts';
import { defineOperation, type Operation } from '../../Operation.ts';
import { infoOf } from '../../tensor/dtype.ts';
import { showShape, wrapDim } from '../../tensor/shape.ts';
import { copyRows } from '../../tensor/rows.ts';
import { type Tensor, viewOf, zeros } from '../../tensor/Tensor.ts';
import { TorchError } from '../../TorchError.ts';
import { sumTo } from '../expressions.ts';
import { first } from '../inputs.ts';

function reorder(input: Tensor, dims: readonly number[]): Tensor {
  return viewOf(
    input,
    dims.map((dim) => input.shape[dim] as number),
    dims.map((dim) => input.strides[dim] as number),
  );
}

/** Dimensions in another order. */
export const permute = defineOperation<{ dims: number[] }>({
  name: 'permute',
  forward: (inputs, { dims }) => {
    const input = first(inputs);
    if (dims.length !== input.shape.length) {
      throw new TorchError(
        'RuntimeError',
        `permute(sparse_coo): number of dimensions in the tensor input does not match the length of the desired ` +
          `ordering of dimensions i.e. input.dim() = ${input.shape.length} is not equal to len(dims) = ${dims.length}`,
      );
    }
    const wrapped = dims.map((dim) => wrapDim(dim, dims.length));
    if (new Set(wrapped).size !== dims.length) {
      throw new TorchError('RuntimeError', 'permute(): duplicate dims are not allowed.');
    }
    return reorder(input, wrapped);
  },
  backward: ([gradient], { attributes: { dims } }) => {
    const wrapped = dims.map((dim) => wrapDim(dim, dims.length));
    return [
      gradient && call('permute', [gradient], { dims: dims.map((_, k) => wrapped.indexOf(k)) }),
    ];
  },
});

function swapped(input: Tensor, a: number, b: number): Tensor {
  const dims = input.shape.map((_, k) => k);
  if (dims.length === 0) return reorder(input, dims);
  [dims[a], dims[b]] = [dims[b] as number, dims[a] as number];
  return reorder(input, dims);
}

/** Two dimensions change places. */
export const transpose: Operation<{ dim0: number; dim1: number }> = defineOperation({
  name: 'transpose',
  forward: (inputs, { dim0, dim1 }) => {
    const input = first(inputs);
    const { length } = input.shape;
    return swapped(input, wrapDim(dim0, length), wrapDim(dim1, length));
  },
  backward: ([gradient], { attributes }) => [gradient && call('transpose', [gradient], attributes)],
});

/** A matrix with rows and columns exchanged. */
export const t: Operation = defineOperation({
  name: 't',
  forward: (inputs) => {
    const input = first(inputs);
    const { length } = input.shape;
    if (length > 2) {
      throw new TorchError(
        'RuntimeError',
        `t() expects a tensor with <= 2 dimensions, but self is ${length}D`,
      );
    }
    return length === 2 ? swapped(input, 0, 1) : viewOf(input, input.shape, input.strides);
  },
  backward: ([gradient]) => [gradient && call('t', [gradient])],
});

/** Drops dimensions of size 1. */
export const squeeze = defineOperation<{ dim?: number | null }>({
  name: 'squeeze',
  node: ({ dim }) => (typeof dim === 'number' ? 'SqueezeBackward1' : 'SqueezeBackward0'),
  forward: (inputs, { dim }) => {
    const input = first(inputs);
    const { length } = input.shape;
    const only = typeof dim === 'number' ? wrapDim(dim, length) : undefined;
    const stays = input.shape.map((size, k) => size !== 1 || (only !== undefined && k !== only));
    return viewOf(
      input,
      input.shape.filter((_, k) => stays[k]),
      input.strides.filter((_, k) => stays[k]),
    );
  },
  backward: ([gradient], { shapes: [shape = []] }) => [
    gradient && call('reshape', [gradient], { shape: [...shape] }),
  ],
});

/** Puts in a dimension of size 1. */
export const unsqueeze = defineOperation<{ dim: number }>({
  name: 'unsqueeze',
  forward: (inputs, { dim }) => {
    const input = first(inputs);
    const { length } = input.shape;
    const at = wrapDim(dim, length + 1);
    const shape = [...input.shape];
    const strides = [...input.strides];
    strides.splice(at, 0, at < length ? (shape[at] as number) * (strides[at] as number) : 1);
    shape.splice(at, 0, 1);
    return viewOf(input, shape, strides);
  },
  backward: ([gradient], { shapes: [shape = []] }) => [
    gradient && call('reshape', [gradient], { shape: [...shape] }),
  ],
});

/** Repeats dimensions of size 1 without copying; −1 keeps a size. */
export const expand = defineOperation<{ shape: number[] }>({
  name: 'expand',
  forward: (inputs, { shape }) => {
    const input = first(inputs);
    const missing = shape.length - input.shape.length;
    if (missing < 0) {
      throw new TorchError(
        'RuntimeError',
        `expand(torch.${infoOf(input.dtype).tensor}{${showShape(input.shape)}}, size=${showShape(shape)}): the number of ` +
          `sizes provided (${shape.length}) must be greater or equal to the number of dimensions in the tensor ` +
          `(${input.shape.length})`,
      );
    }
    const strides: number[] = [];
    const sizes = shape.map((wanted, dim) => {
      const size = dim < missing ? 1 : (input.shape[dim - missing] as number);
      const result = wanted === -1 && dim >= missing ? size : wanted;
      if (result < 0) {
        throw new TorchError(
          'RuntimeError',
          `The expanded size of the tensor (${wanted}) isn't allowed in a leading, non-existing dimension ${dim}`,
        );
      }
      if (size !== result && size !== 1) {
        throw new TorchError(
          'RuntimeError',
          `The expanded size of the tensor (${result}) must match the existing size (${size}) at non-singleton ` +
            `dimension ${dim}.  Target sizes: ${showShape(shape)}.  Tensor sizes: ${showShape(input.shape)}`,
        );
      }
      const repeats = dim < missing || (size === 1 && result !== 1);
      strides.push(repeats ? 0 : (input.strides[dim - missing] as number));
      return result;
    });
    return viewOf(input, sizes, strides);
  },
  backward: ([gradient], { shapes: [shape = []] }) => [gradient && sumTo(gradient, shape)],
});

/** The same view again, as x[...] gives it. */
export const alias = defineOperation({
  name: 'alias',
  forward: (inputs) => {
    const input = first(inputs);
    return viewOf(input, input.shape, input.strides);
  },
  backward: ([gradient]) => [gradient],
});

interface Diagonal {
  offset: number;
  dim1: number;
  dim2: number;
}

function diagonalOf(input: Tensor, { offset, dim1, dim2 }: Diagonal): Tensor {
  const { length } = input.shape;
  const [rows, columns] = [wrapDim(dim1, length), wrapDim(dim2, length)];
  if (rows === columns) {
    throw new TorchError(
      'RuntimeError',
      `diagonal dimensions cannot be identical ${dim1}, ${dim2}`,
    );
  }
  const [height, width] = [input.shape[rows] as number, input.shape[columns] as number];
  const [stepDown, stepRight] = [input.strides[rows] as number, input.strides[columns] as number];
  const count = offset >= 0 ? Math.min(height, width - offset) : Math.min(height + offset, width);
  const others = input.shape.map((_, dim) => dim).filter((dim) => dim !== rows && dim !== columns);
  return viewOf(
    input,
    [...others.map((dim) => input.shape[dim] as number), Math.max(count, 0)],
    [...others.map((dim) => input.strides[dim] as number), stepDown + stepRight],
    input.offset + (offset >= 0 ? offset * stepRight : -offset * stepDown),
  );
}

/** The numbers whose two indices differ by `offset`, along a new last dimension */
export const diagonal = defineOperation<Diagonal>({
  name: 'diagonal',
  forward: (inputs, attributes) => diagonalOf(first(inputs), attributes),
  backward: ([gradient], { shapes: [shape = []], attributes }) => {
    if (!gradient) return [];
    const whole = zeros(shape, gradient.dtype);
    const { strides, offset } = diagonalOf(whole, attributes);
    copyRows(gradient, { data: whole.storage.data, strides, offset });
    return [whole];
  },
});
