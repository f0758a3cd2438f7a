import type { Data, Dtype } from '../tensor/dtype.ts';
import { cast } from '../tensor/cast.ts';
import { resultType } from '../tensor/promote.ts';
import { eachRow } from '../tensor/rows.ts';
import { broadcastShapes, broadcastStrides, isContiguous, sameShape } from '../tensor/shape.ts';
import { type Tensor, zeros } from '../tensor/Tensor.ts';

/** One row of results, from one number in `a` and `b` each, `stepA` and `stepB` apart. */
export type BinaryRow = (
  out: Data,
  to: number,
  length: number,
  a: Data,
  fromA: number,
  stepA: number,
  b: Data,
  fromB: number,
  stepB: number,
) => void;

/** Loops over a function; for functions that run often a loop of their own is twice as fast. */
export function binaryRow(compute: (a: number, b: number) => number): BinaryRow {
  return (out, to, length, a, fromA, stepA, b, fromB, stepB) => {
    for (let i = 0; i < length; i++) {
      out[to + i] = compute(a[fromA + i * stepA] as number, b[fromB + i * stepB] as number);
    }
  };
}

/** Applies a row to tensors that broadcast together, both in the dtype `common`. */
export function applyBinary(
  a: Tensor,
  b: Tensor,
  row: BinaryRow,
  common: Dtype = resultType([a, b]),
  result: Dtype = common,
): Tensor {
  const shape = broadcastShapes(a.shape, b.shape);
  const left = cast(a, common);
  const right = cast(b, common);
  const out = zeros(shape, result);
  const { data } = out.storage;
  if (isPlain(left, shape) && isPlain(right, shape)) {
    row(
      data,
      0,
      data.length,
      left.storage.data,
      left.offset,
      1,
      right.storage.data,
      right.offset,
      1,
    );
    return out;
  }
  eachRow(
    shape,
    [out.strides, broadcastStrides(left, shape), broadcastStrides(right, shape)],
    [0, left.offset, right.offset],
    (starts, steps, length) => {
      const [to = 0, fromA = 0, fromB = 0] = starts;
      const [, stepA = 0, stepB = 0] = steps;
      row(data, to, length, left.storage.data, fromA, stepA, right.storage.data, fromB, stepB);
    },
  );
  return out;
}

/** Whether all numbers of a tensor are one row, as most are. */
const isPlain = (tensor: Tensor, shape: readonly number[]) =>
  sameShape(tensor.shape, shape) && isContiguous(tensor);

/** One row of results, from numbers `step` apart. */
export type UnaryRow = (
  out: Data,
  to: number,
  length: number,
  from: Data,
  start: number,
  step: number,
) => void;

/** Loops over a function. */
export function unaryRow(compute: (value: number) => number): UnaryRow {
  return (out, to, length, from, start, step) => {
    for (let i = 0; i < length; i++) out[to + i] = compute(from[start + i * step] as number);
  };
}

/** Applies a row to every number of a tensor. */
export function applyUnary(input: Tensor, row: UnaryRow, result: Dtype = input.dtype): Tensor {
  const out = zeros(input.shape, result);
  const { data } = out.storage;
  if (isContiguous(input)) {
    row(data, 0, data.length, input.storage.data, input.offset, 1);
    return out;
  }
  eachRow(
    input.shape,
    [out.strides, input.strides],
    [0, input.offset],
    ([to = 0, start = 0], [, step = 0], length) => {
      row(data, to, length, input.storage.data, start, step);
    },
  );
  return out;
}
