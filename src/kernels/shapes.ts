import type { Tensor } from '@tensorflow/tfjs-core';

/**
 * @param expected sizes; a name stands for any size
 * @throws unless `tensor` has that shape, naming the operation, the argument and both shapes
 */
export function expectShape(
  operation: string,
  argument: string,
  tensor: Tensor,
  expected: readonly (string | number)[],
): void {
  const fits =
    tensor.shape.length === expected.length &&
    expected.every((size, axis) => typeof size === 'string' || size === tensor.shape[axis]);
  if (fits) return;
  throw new Error(
    `${operation}: expected ${argument} of shape ${describeShape(expected)}, got ${describeShape(tensor.shape)}.`,
  );
}

/** Such as `[2, 3, 3, 4]`. */
export function describeShape(shape: readonly (string | number)[]): string {
  return `[${shape.join(', ')}]`;
}
