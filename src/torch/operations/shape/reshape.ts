import { call } from '../../call.ts';
import { defineOperation, type Operation } from '../../Operation.ts';
import { contiguousStrides, showShape, sizeOf } from '../../tensor/shape.ts';
import { type Tensor, viewOf } from '../../tensor/Tensor.ts';
import { TorchError } from '../../TorchError.ts';
import { first } from '../inputs.ts';
import { contiguousCopy } from './clone.ts';

interface Shape {
  shape: number[];
}

/** The asked-for shape with its −1 worked out. */
function inferShape(shape: readonly number[], size: number): number[] {
  const misfit = () =>
    new TorchError(
      'RuntimeError',
      `shape '${showShape(shape)}' is invalid for input of size ${size}`,
    );
  const open = shape.indexOf(-1);
  for (const each of shape) {
    if (each < -1) throw new TorchError('RuntimeError', `invalid shape dimension ${each}`);
  }
  if (open >= 0 && shape.includes(-1, open + 1)) {
    throw new TorchError('RuntimeError', 'only one dimension can be inferred');
  }
  const known = sizeOf(shape.filter((each) => each !== -1));
  if (open < 0) {
    if (known !== size) throw misfit();
    return [...shape];
  }
  if (known === 0 && size === 0) {
    throw new TorchError(
      'RuntimeError',
      `cannot reshape tensor of 0 elements into shape ${showShape(shape)} because the unspecified dimension ` +
        'size -1 can be any value and is ambiguous',
    );
  }
  if (known === 0 || size % known !== 0) throw misfit();
  return shape.map((each) => (each === -1 ? size / known : each));
}

/** Strides that read the same memory in another shape; undefined where there are none. */
function viewStrides(input: Tensor, shape: readonly number[]): number[] | undefined {
  if (input.size === 0) return contiguousStrides(shape);
  const strides = new Array<number>(shape.length);
  let viewDim = shape.length - 1;
  let chunkBase = input.strides.at(-1) ?? 1;
  let chunkSize = 1;
  let viewSize = 1;
  for (let dim = input.shape.length - 1; dim >= 0; dim--) {
    chunkSize *= input.shape[dim] as number;
    const ends =
      dim === 0 || (input.shape[dim - 1] !== 1 && input.strides[dim - 1] !== chunkSize * chunkBase);
    if (!ends) continue;
    while (viewDim >= 0 && (viewSize < chunkSize || shape[viewDim] === 1)) {
      strides[viewDim] = viewSize * chunkBase;
      viewSize *= shape[viewDim] as number;
      viewDim--;
    }
    if (viewSize !== chunkSize) return undefined;
    if (dim > 0) {
      chunkBase = input.strides[dim - 1] as number;
      chunkSize = 1;
      viewSize = 1;
    }
  }
  if (input.shape.length === 0) strides.fill(1);
  return strides;
}

/** The same memory in another shape. */
export const view: Operation<Shape> = defineOperation<Shape>({
  name: 'view',
  forward: (inputs, attributes) => {
    const input = first(inputs);
    const shape = inferShape(attributes.shape, input.size);
    const strides = viewStrides(input, shape);
    if (strides) return viewOf(input, shape, strides);
    throw new TorchError(
      'RuntimeError',
      "view size is not compatible with input tensor's size and stride (at least one dimension spans across " +
        'two contiguous subspaces). Use .reshape(...) instead.',
    );
  },
  backward: ([gradient], { shapes: [shape = []] }) => [
    gradient && call('reshape', [gradient], { shape: [...shape] }),
  ],
});

/** The numbers in another shape: a view where that can be, else a copy. */
export const reshape: Operation<Shape> = defineOperation<Shape>({
  name: 'reshape',
  node: (_, [input], [output]) =>
    input?.storage === output?.storage ? 'ReshapeAliasBackward0' : 'UnsafeViewBackward0',
  forward: (inputs, attributes) => {
    const input = first(inputs);
    const shape = inferShape(attributes.shape, input.size);
    const strides = viewStrides(input, shape);
    if (strides) return viewOf(input, shape, strides);
    const copy = contiguousCopy(input);
    return viewOf(copy, shape, contiguousStrides(shape));
  },
  backward: ([gradient], { shapes: [shape = []] }) => [
    gradient && call('reshape', [gradient], { shape: [...shape] }),
  ],
});
