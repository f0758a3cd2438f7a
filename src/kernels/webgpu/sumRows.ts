import type { TensorInfo } from '@tensorflow/tfjs-core';
import { addRows, columnsFor, rowsAtATime } from './columns.ts';
import { dispatch } from './dispatch.ts';
import type { Gpu } from './gpu.ts';
import { programs, type Element } from './programs.ts';
import { elementOf, lanesOf, output, release, sizeOf } from './tensors.ts';

/** Sums of `rowsPerPart` rows at a time. */
const addUp = programs((element: Element, columns: number) => ({
  name: 'addUp',
  inputs: { x: element },
  outputs: { sums: element },
  uniforms: { groups: 'u32', rows: 'u32', rowsPerPart: 'u32' },
  declarations: addRows(element, columns, 1),
  body: `
  let group = tile.x * columns + thread % columns;
  let first = tile.y * u.rowsPerPart;
  let end = min(u.rows, first + u.rowsPerPart);
  var sum = T(0);
  if (group < u.groups) {
    for (var row = first + thread / columns; row < end; row += rows) { sum += x[row * u.groups + group]; }
  }
  let total = addRows(thread, sum).sum0;
  if (thread < columns && group < u.groups) { sums[tile.y * u.groups + group] = total; }`,
}));

/** Rows that a thread adds up one after the other, about, before a second program is worth while. */
const rowsInTurn = 32;

/**
 * Adds up the rows of x, float32, whose first axes together are so many.
 * @returns of `shape`, a row's
 */
export function sumRows(gpu: Gpu, x: TensorInfo, rows: number, shape: number[]): TensorInfo {
  const length = sizeOf(x) / rows;
  const element = elementOf(length);
  const groups = length / lanesOf(element);
  const columns = columnsFor(groups);
  const most = rowsInTurn * rowsAtATime(columns);
  const parts = Math.min(Math.ceil(rows / most), most);
  const rowsPerPart = Math.ceil(rows / parts);
  const sums = output(gpu, parts === 1 ? shape : [parts, ...shape]);
  const sizes = { groups, rows, rowsPerPart };
  dispatch(gpu, addUp(element, columns), { x, sums }, sizes, [Math.ceil(groups / columns), parts]);
  if (parts === 1) return sums;
  const total = sumRows(gpu, sums, parts, shape);
  release(gpu, sums);
  return total;
}
