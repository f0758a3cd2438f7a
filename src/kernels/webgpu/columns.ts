import { util, type TensorInfo } from '@tensorflow/tfjs-core';
import { defaultThreads, type Element } from './programs.ts';
import { elementOf, lanesOf } from './tensors.ts';
import { elementTypes, lines } from './wgsl.ts';

// Tensors of rows of equal length, as the pixels of feature maps are, which are added up along the rows: a
// workgroup's threads lie in as many columns as a row has groups, and several rows of it at a time.

/** Columns of threads for rows of so many elements: a power of two, at most 64. */
export function columnsFor(groups: number): number {
  return Math.min(64, 2 ** Math.ceil(Math.log2(groups)));
}

/** Rows that a workgroup's threads take at a time. */
export function rowsAtATime(columns: number): number {
  return defaultThreads / columns;
}

/**
 * `addRows(thread, value0, …)`: sums of `count` values of type T over the threads of one column, as members
 * `sum0` and so on, for all of them to read. To be called by all threads of a workgroup.
 */
export function addRows(element: Element, columns: number, count: 1 | 2): string {
  const rows = rowsAtATime(columns);
  return `
${elementTypes(element)}
const columns = ${columns}u;
const rows = ${rows}u;
struct Sums { ${lines(count, (i) => `sum${i}: T,`)} }
${lines(count, (i) => `var<workgroup> values${i}: array<T, ${defaultThreads}>;`)}
fn addRows(thread: u32, ${lines(count, (i) => `value${i}: T,`)}) -> Sums {
  ${lines(count, (i) => `values${i}[thread] = value${i};`)}
  workgroupBarrier();
  for (var left = rows / 2; left > 0; left /= 2) {
    if (thread < left * columns) {
      ${lines(count, (i) => `values${i}[thread] += values${i}[thread + left * columns];`)}
    }
    workgroupBarrier();
  }
  let sums = Sums(${lines(count, (i) => `values${i}[thread % columns],`)});
  workgroupBarrier();
  return sums;
}`;
}

/** Parts of the rows, each a workgroup's, that are enough to keep a GPU busy and few enough to add up again. */
const partsAtMost = 64;

/** Rows that each thread of a workgroup takes at least, where there are as many. */
const rowsInTurn = 4;

/** How rows of feature maps [batch, height, width, C], their pixels, are split among workgroups. */
export function splitRows({ shape }: TensorInfo) {
  const channels = shape.at(-1) as number;
  const element = elementOf(channels);
  const groups = channels / lanesOf(element);
  const pixels = util.sizeFromShape(shape) / channels;
  const columns = columnsFor(groups);
  const least = rowsInTurn * rowsAtATime(columns);
  const pixelsPerPart = Math.ceil(pixels / Math.min(Math.ceil(pixels / least), partsAtMost));
  const parts = Math.ceil(pixels / pixelsPerPart);
  const workgroups: [number, number] = [parts, Math.ceil(groups / columns)];
  return { element, groups, pixels, columns, pixelsPerPart, parts, workgroups };
}

/** What a program over rows begins with: its `group`, whether there `isGroup`, and the first of its `pixel`s and their `end`. */
export const locateRows = `
  let group = tile.y * columns + thread % columns;
  let isGroup = group < u.groups;
  let first = tile.x * u.pixelsPerPart;
  let end = min(u.pixels, first + u.pixelsPerPart);
  let row = thread / columns;`;

/** Workgroups that apply what the parts add up to; each adds them up for itself. */
const appliersAtMost = 256;

/** How the same rows are split where every pixel is computed from what all add up to. */
export function splitToApply({ pixels, columns, workgroups }: ReturnType<typeof splitRows>) {
  const least = rowsInTurn * rowsAtATime(columns);
  const pixelsPerPart = Math.ceil(pixels / Math.min(Math.ceil(pixels / least), appliersAtMost));
  const parts: [number, number] = [Math.ceil(pixels / pixelsPerPart), workgroups[1]];
  return { pixelsPerPart, workgroups: parts };
}

/**
 * `addColumns(thread, value)` and `largestOfColumns(thread, value)`: the sum, or the largest, of an f32 over the threads
 * of one row, for all of them to read. To be called by all threads of a workgroup.
 */
export function acrossColumns(columns: number): string {
  const combine = (name: string, combined: string) => `
fn ${name}(thread: u32, value: f32) -> f32 {
  inColumns[thread] = value;
  workgroupBarrier();
  for (var left = columns / 2; left > 0; left /= 2) {
    if (thread % columns < left) {
      let other = inColumns[thread + left];
      inColumns[thread] = ${combined};
    }
    workgroupBarrier();
  }
  let all = inColumns[thread / columns * columns];
  workgroupBarrier();
  return all;
}`;
  return `
const columns = ${columns}u;
const rows = ${rowsAtATime(columns)}u;
var<workgroup> inColumns: array<f32, ${defaultThreads}>;
${combine('addColumns', 'inColumns[thread] + other')}
${combine('largestOfColumns', 'max(inColumns[thread], other)')}`;
}

/** Workgroups beyond which each takes several shares of the rows. */
const takersAtMost = 1024;

/** Workgroups for `forEachRow` of so many. */
export function spreadRows(count: number, columns: number): [number] {
  return [Math.min(Math.ceil(count / rowsAtATime(columns)), takersAtMost)];
}

/**
 * The loop over all rows, `u.count` of them. Every workgroup takes as many at a time as its threads have rows; all of
 * its threads come by the barriers in `body`, though only where `isRow` is there a `row`.
 */
export function forEachRow(body: string): string {
  return `
  for (var first = tile.x * rows; first < u.count; first += tiles.x * rows) {
    let row = first + thread / columns;
    let isRow = row < u.count;
    ${body}
  }`;
}
