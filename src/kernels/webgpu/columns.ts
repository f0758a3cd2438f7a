import { defaultThreads, type Element } from './programs.ts';
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
