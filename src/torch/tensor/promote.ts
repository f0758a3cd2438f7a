import { type Dtype, infoOf, isFloating } from './dtype.ts';
import type { Tensor } from './Tensor.ts';

const order: Dtype[] = ['bool', 'uint8', 'int32', 'int64', 'float32', 'float64'];

/** The dtype that holds numbers of both. */
export function promote(a: Dtype | undefined, b: Dtype | undefined): Dtype | undefined {
  if (!a || !b) return a ?? b;
  return order.indexOf(a) > order.indexOf(b) ? a : b;
}

/**
 * The dtype that an operation computes in: tensors with dimensions decide before those without, and those
 * before Python's numbers, unless a later one is of a higher category (a float among integers).
 */
export function resultType(inputs: readonly Tensor[]): Dtype {
  let withDims: Dtype | undefined;
  let withoutDims: Dtype | undefined;
  let numbers: Dtype | undefined;
  for (const { isNumber, shape, dtype } of inputs) {
    if (isNumber) numbers = promote(numbers, isFloating(dtype) ? 'float32' : dtype);
    else if (shape.length === 0) withoutDims = promote(withoutDims, dtype);
    else withDims = promote(withDims, dtype);
  }
  return combine(withDims, combine(withoutDims, numbers)) ?? 'float32';
}

function combine(higher: Dtype | undefined, lower: Dtype | undefined): Dtype | undefined {
  if (!higher || !lower) return higher ?? lower;
  return infoOf(lower).category > infoOf(higher).category ? lower : higher;
}
