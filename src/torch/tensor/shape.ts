import { TorchError } from '../TorchError.ts';

type Shape = readonly number[];

/** How many numbers a tensor of this shape has. */
export function sizeOf(shape: Shape): number {
  return shape.reduce((product, size) => product * size, 1);
}

/** The steps in memory from one index to the next, in row-major order. */
export function contiguousStrides(shape: Shape): number[] {
  const strides = new Array<number>(shape.length);
  let stride = 1;
  for (let dim = shape.length - 1; dim >= 0; dim--) {
    strides[dim] = stride;
    stride *= Math.max(shape[dim] as number, 1);
  }
  return strides;
}

/** Whether numbers lie in memory in row-major order, without gaps. */
export function isContiguous({ shape, strides }: { shape: Shape; strides: Shape }): boolean {
  let expected = 1;
  for (let dim = shape.length - 1; dim >= 0; dim--) {
    const size = shape[dim] as number;
    if (size === 0) return true;
    if (size !== 1 && strides[dim] !== expected) return false;
    expected *= size;
  }
  return true;
}

export function sameShape(a: Shape, b: Shape): boolean {
  return a.length === b.length && a.every((size, dim) => size === b[dim]);
}

/** A shape in the words of PyTorch's errors: `[2, 3]`. */
export function showShape(shape: Shape): string {
  return `[${shape.join(', ')}]`;
}

/**
 * The shape that both broadcast to.
 * @throws {TorchError} RuntimeError where they don't
 */
export function broadcastShapes(a: Shape, b: Shape): number[] {
  const dims = Math.max(a.length, b.length);
  const shape = new Array<number>(dims);
  for (let dim = dims - 1; dim >= 0; dim--) {
    const sizeA = a[dim - dims + a.length] ?? 1;
    const sizeB = b[dim - dims + b.length] ?? 1;
    if (sizeA !== sizeB && sizeA !== 1 && sizeB !== 1) {
      throw new TorchError(
        'RuntimeError',
        `The size of tensor a (${sizeA}) must match the size of tensor b (${sizeB}) at non-singleton dimension ${dim}`,
      );
    }
    shape[dim] = sizeA === 1 ? sizeB : sizeA;
  }
  return shape;
}

/** Strides with which a tensor is read as one of a broadcast shape: 0 where it repeats. */
export function broadcastStrides(tensor: { shape: Shape; strides: Shape }, shape: Shape): number[] {
  const missing = shape.length - tensor.shape.length;
  return shape.map((size, dim) =>
    dim < missing || (tensor.shape[dim - missing] === 1 && size !== 1)
      ? 0
      : (tensor.strides[dim - missing] as number),
  );
}

/**
 * A dimension counted from the front.
 * @throws {TorchError} IndexError where there is no such dimension
 */
export function wrapDim(dim: number, dims: number): number {
  const range = Math.max(dims, 1);
  if (dim < -range || dim >= range) {
    throw new TorchError(
      'IndexError',
      `Dimension out of range (expected to be in range of [${-range}, ${range - 1}], but got ${dim})`,
    );
  }
  return dim < 0 ? dim + range : dim;
}
