import { cast } from '../../tensor/cast.ts';
import { type Dtype, isFloating } from '../../tensor/dtype.ts';
import { eachRow, valuesOf } from '../../tensor/rows.ts';
import { contiguousStrides, wrapDim } from '../../tensor/shape.ts';
import { fromData, type Tensor, viewOf } from '../../tensor/Tensor.ts';
import { TorchError } from '../../TorchError.ts';
import { call } from '../../call.ts';
import type { Data } from '../../tensor/dtype.ts';

/** What every reduction can be told: which dimensions (none: all), and whether they stay, of size 1. */
export interface Reduction {
  dim?: number[] | null;
  keepdim?: boolean;
}

/**
 * The dimensions to reduce, from the front.
 * @throws {TorchError} IndexError for one that isn't there, RuntimeError for one given twice
 */
export function dimsOf(input: Tensor, { dim }: Reduction): number[] {
  const dims = input.shape.length;
  if (!dim || dim.length === 0) return input.shape.map((_, k) => k);
  const wrapped = dim.map((each) => wrapDim(each, dims));
  wrapped.forEach((each, k) => {
    if (wrapped.indexOf(each) === k) return;
    throw new TorchError('RuntimeError', `dim ${each} appears multiple times in the list of dims`);
  });
  return wrapped.filter((each) => each < dims);
}

/** The shape that is left. */
export function reducedShape(
  shape: readonly number[],
  dims: readonly number[],
  keepdim = false,
): number[] {
  const kept = shape.map((size, dim) => (dims.includes(dim) ? 1 : size));
  return keepdim ? kept : kept.filter((_, dim) => !dims.includes(dim));
}

/** Adds a row of numbers, `step` apart, into the results from `to`, `stepTo` apart: 0 for one result. */
export type ReduceRow = (
  sums: Float64Array,
  to: number,
  stepTo: number,
  from: Data,
  start: number,
  step: number,
  length: number,
) => void;

/** Reduces dimensions in double precision, each result from `initial` on. */
export function reduce(
  input: Tensor,
  reduction: Reduction,
  dtype: Dtype,
  initial: number,
  row: ReduceRow,
  finish?: (value: number) => number,
): Tensor {
  const dims = dimsOf(input, reduction);
  const kept = reducedShape(input.shape, dims, true);
  const strides = contiguousStrides(kept).map((stride, dim) => (dims.includes(dim) ? 0 : stride));
  const size = kept.reduce((product, each) => product * each, 1);
  const sums = new Float64Array(size).fill(initial);
  const { data } = input.storage;
  eachRow(
    input.shape,
    [strides, input.strides],
    [0, input.offset],
    ([to = 0, start = 0], [stepTo = 0, step = 0], length) => {
      row(sums, to, stepTo, data, start, step, length);
    },
  );
  if (finish) for (let i = 0; i < size; i++) sums[i] = finish(sums[i] as number);
  return fromData(sums, reducedShape(input.shape, dims, reduction.keepdim), dtype);
}

export const sumRow: ReduceRow = (sums, to, stepTo, from, start, step, length) => {
  if (stepTo === 0) {
    let sum = 0;
    for (let i = 0; i < length; i++) sum += from[start + i * step] as number;
    sums[to] = (sums[to] as number) + sum;
    return;
  }
  for (let i = 0; i < length; i++) {
    const at = to + i * stepTo;
    sums[at] = (sums[at] as number) + (from[start + i * step] as number);
  }
};

/** A row that combines numbers one by one. */
export function foldRow(combine: (before: number, value: number) => number): ReduceRow {
  return (sums, to, stepTo, from, start, step, length) => {
    for (let i = 0; i < length; i++) {
      const at = to + i * stepTo;
      sums[at] = combine(sums[at] as number, from[start + i * step] as number);
    }
  };
}

/** A gradient or result whose dimensions were dropped, spread over the input's shape again. */
export function spread(tensor: Tensor, shape: readonly number[], reduction: Reduction): Tensor {
  const dims = dimsOf(
    viewOf(
      tensor,
      shape,
      shape.map(() => 0),
    ),
    reduction,
  );
  const kept = reducedShape(shape, dims, true);
  const reshaped = reduction.keepdim ? tensor : call('reshape', [tensor], { shape: kept });
  return call('expand', [reshaped], { shape: [...shape] });
}

/** How many numbers each result is made of. */
export function countOf(shape: readonly number[], dims: readonly number[]): number {
  return dims.reduce((product, dim) => product * (shape[dim] as number), 1);
}

/** Numbers along one dimension: lane (o, i) begins at o · size · inner + i and steps by `inner`. */
export interface Lanes {
  values: Data;
  outer: number;
  size: number;
  inner: number;
}

/** A tensor's numbers in row-major order, seen along one dimension. */
export function lanesOf(input: Tensor, dim: number): Lanes {
  const { shape } = input;
  return {
    values: valuesOf(input),
    outer: shape.slice(0, dim).reduce((product, each) => product * each, 1),
    size: shape[dim] ?? 1,
    inner: shape.slice(dim + 1).reduce((product, each) => product * each, 1),
  };
}

/** Integers and bool as floats where an operation is of floats. */
export function asFloat(input: Tensor): Tensor {
  return isFloating(input.dtype) ? input : cast(input, 'float32');
}
