import type { Data } from './dtype.ts';
import { contiguousStrides, sizeOf } from './shape.ts';

/** Where operand k starts and how far apart its numbers lie within one row. */
type Row = (starts: number[], steps: number[], length: number) => void;

/**
 * Walks operands of one shape together, row by row, so that an operation's inner loop is a plain one:
 * neighbouring dimensions that lie evenly in memory for all operands are walked as one.
 * @param strides of each operand; 0 where it is broadcast
 */
export function eachRow(
  shape: readonly number[],
  strides: readonly (readonly number[])[],
  offsets: readonly number[],
  row: Row,
): void {
  if (sizeOf(shape) === 0) return;
  const merged = mergeDims(shape, strides);
  const dims = merged.sizes.length;
  const length = merged.sizes[dims - 1] ?? 1;
  const steps = merged.strides.map((of) => of[dims - 1] ?? 0);
  const starts = [...offsets];
  const index = new Array<number>(Math.max(dims - 1, 0)).fill(0);
  for (;;) {
    row(starts, steps, length);
    let dim = dims - 2;
    for (; dim >= 0; dim--) {
      const at = (index[dim] as number) + 1;
      const size = merged.sizes[dim] as number;
      const back = at === size ? size - 1 : 0;
      for (let k = 0; k < starts.length; k++) {
        const stride = (merged.strides[k] as number[])[dim] as number;
        starts[k] = (starts[k] as number) + (back > 0 || at === size ? -back : 1) * stride;
      }
      index[dim] = at === size ? 0 : at;
      if (at < size) break;
    }
    if (dim < 0) return;
  }
}

function mergeDims(shape: readonly number[], strides: readonly (readonly number[])[]) {
  const sizes: number[] = [];
  const merged: number[][] = strides.map(() => []);
  for (let dim = 0; dim < shape.length; dim++) {
    const size = shape[dim] as number;
    if (size === 1) continue;
    const last = sizes.length - 1;
    const even =
      last >= 0 &&
      strides.every((of, k) => (merged[k] as number[])[last] === (of[dim] as number) * size);
    if (even) sizes[last] = (sizes[last] as number) * size;
    else sizes.push(size);
    strides.forEach((of, k) => {
      (merged[k] as number[])[even ? last : sizes.length - 1] = of[dim] as number;
    });
  }
  return { sizes, strides: merged };
}

interface Strided {
  storage: { data: Data };
  shape: readonly number[];
  strides: readonly number[];
  offset: number;
}

/** The numbers of a tensor in row-major order: its own memory where they lie so already, else a copy. */
export function valuesOf(tensor: Strided): Data {
  const { data } = tensor.storage;
  const size = sizeOf(tensor.shape);
  const own = contiguousStrides(tensor.shape);
  if (own.every((stride, dim) => tensor.shape[dim] === 1 || stride === tensor.strides[dim])) {
    return size === data.length ? data : data.subarray(tensor.offset, tensor.offset + size);
  }
  const copy = new (data.constructor as new (length: number) => Data)(size);
  copyRows(tensor, { data: copy, strides: own, offset: 0 });
  return copy;
}

/** Copies numbers into memory of the same shape with its own strides. */
export function copyRows(
  from: Strided,
  to: { data: Data; strides: readonly number[]; offset: number },
): void {
  const source = from.storage.data;
  const target = to.data;
  eachRow(
    from.shape,
    [from.strides, to.strides],
    [from.offset, to.offset],
    (starts, steps, length) => {
      const [start = 0, into = 0] = starts;
      const [step = 0, intoStep = 0] = steps;
      if (step === 1 && intoStep === 1) {
        target.set(source.subarray(start, start + length), into);
        return;
      }
      for (let i = 0; i < length; i++) {
        target[into + i * intoStep] = source[start + i * step] as number;
      }
    },
  );
}
