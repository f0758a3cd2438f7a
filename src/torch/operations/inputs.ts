import type { Inputs } from '../call.ts';
import type { Tensor } from '../tensor/Tensor.ts';
import { assert } from '../../lib/assert.ts';

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
