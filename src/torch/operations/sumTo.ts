import { call, type Inputs } from '../call.ts';
import { sameShape } from '../tensor/shape.ts';
import type { Tensor } from '../tensor/Tensor.ts';
import { assert } from '../../lib/assert.ts';

/** The gradient of a tensor of this shape that was broadcast: the sum over where it was repeated. */
export function sumTo(gradient: Tensor, shape: readonly number[]): Tensor {
  if (sameShape(gradient.shape, shape)) return gradient;
  const missing = gradient.shape.length - shape.length;
  const dims = gradient.shape
    .map((_, dim) => dim)
    .filter((dim) => dim < missing || (shape[dim - missing] === 1 && gradient.shape[dim] !== 1));
  const sum = dims.length > 0 ? call('sum', [gradient], { dim: dims, keepdim: true }) : gradient;
  return missing > 0 ? call('reshape', [sum], { shape }) : sum;
}

/** The two tensors of a binary operation. */
export function pair([a, b]: Inputs): [Tensor, Tensor] {
  assert(a !== undefined && b !== undefined, 'Two tensors are needed.');
  return [a, b];
}

/** The first tensor, which every operation has. */
export function first([input]: Inputs): Tensor {
  assert(input !== undefined, 'A tensor is needed.');
  return input;
}
