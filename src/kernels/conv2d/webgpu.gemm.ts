import { lines } from '../webgpu/wgsl.ts';

// A convolution and its input gradient are products of matrices that are never written out: a row is a
// pixel, a column an output channel, and what is summed over runs through taps and channels.

/** How a workgroup of 64 threads computes a tile of the product. */
export interface Tile {
  /** Groups of four columns, of which each thread has one. */
  columns: number;
  /** Rows: each thread has four. */
  rows: number;
}

/** Threads of a workgroup: two warps of a large GPU, so that small products too are spread over all of it. */
export const tileThreads = 64;

/** Groups of four factors that a tile multiplies between two barriers. */
const depth = 4;

/** The tile for so many columns: no wider than it must be, or threads compute nothing. */
export function tileOf(columns: number): Tile {
  const groups = Math.ceil(columns / 4);
  const width = [1, 2, 4, 8].find((width) => width >= groups) ?? 16;
  return { columns: width, rows: (4 * tileThreads) / width };
}

/**
 * The loop over the factors, in tiles in workgroup memory. It leaves in `sum0` to `sum3` four columns of the
 * rows `tileRow + j · apart`. What it calls must be declared:
 * `locate(row) -> vec4i` says where a row's factors lie; `left(place, group) -> vec4f` fetches four factors
 * of a row; `right(group, column) -> mat4x4f` fetches four by four of the other matrix, a factor a column.
 */
export function multiplyTiles({ columns, rows }: Tile, groups: string) {
  const perThread = (rows * depth) / tileThreads;
  return {
    declarations: `
const rows = ${rows}u;
const columns = ${columns}u;
const apart = ${rows / 4}u;
var<workgroup> places: array<vec4i, ${rows}>;
var<workgroup> lefts: array<vec4f, ${(rows + 1) * depth}>;
var<workgroup> rights: array<vec4f, ${4 * depth * columns}>;`,
    body: `
  let myColumn = thread % columns;
  let tileRow = thread / columns;
  for (var i = thread; i < rows; i += ${tileThreads}u) { places[i] = locate(firstRow + i); }
  workgroupBarrier();
  ${lines(4, (j) => `var sum${j} = vec4f(0);`)}
  for (var first = 0u; first < ${groups}; first += ${depth}u) {
    let leftGroup = first + thread % ${depth}u;
    for (var i = 0u; i < ${perThread}u; i++) {
      let row = thread / ${depth}u + i * ${tileThreads / depth}u;
      var factors = vec4f(0);
      if (leftGroup < ${groups}) { factors = left(places[row], leftGroup); }
      lefts[(thread % ${depth}u) * (rows + 1u) + row] = factors;
    }
    for (var i = thread; i < ${depth}u * columns; i += ${tileThreads}u) {
      let group = i / columns;
      let column = i % columns;
      var block = mat4x4f();
      if (first + group < ${groups}) { block = right(first + group, firstColumn + column); }
      ${lines(4, (k) => `rights[(4u * group + ${k}u) * columns + column] = block[${k}];`)}
    }
    workgroupBarrier();
    for (var group = 0u; group < ${depth}u; group++) {
      let at = group * (rows + 1u) + tileRow;
      ${lines(4, (j) => `let factors${j} = lefts[at + ${j}u * apart];`)}
      ${lines(4, (k) => `let right${k} = rights[(4u * group + ${k}u) * columns + myColumn];`)}
      ${lines(4, (j) => `sum${j} += ${['x', 'y', 'z', 'w'].map((lane, k) => `factors${j}.${lane} * right${k}`).join(' + ')};`)}
    }
    workgroupBarrier();
  }
  let column = firstColumn + myColumn;`,
  };
}

/**
 * Writes a thread's sums to the array y, which has so many rows and columns.
 * @param find declares `at`, the row of y for a row of the product
 */
export function storeRows(
  columns: number,
  count: string,
  find = (row: string) => `let at = ${row};`,
): string {
  return lines(4, (j) => {
    const row = `firstRow + tileRow + ${j}u * apart`;
    const store =
      columns % 4 === 0
        ? `if (column < ${columns / 4}) { y[at * ${columns / 4} + column] = sum${j}; }`
        : `for (var lane = 0u; lane < 4; lane++) {
      if (4 * column + lane < ${columns}) { y[at * ${columns} + 4 * column + lane] = sum${j}[lane]; }
    }`;
    return `if (${row} < ${count}) {
    ${find(row)}
    ${store}
  }`;
  });
}

/** A device takes 65,535 workgroups along an axis. */
const alongAxis = 32_768;

/** The workgroups for a product of so many rows and columns: rows along x and y, columns along z. */
export function tilesOf(rows: number, columns: number): [number, number, number] {
  const tile = tileOf(columns);
  const tall = Math.ceil(rows / tile.rows);
  const x = Math.min(tall, alongAxis);
  return [x, Math.ceil(tall / x), Math.ceil(columns / (4 * tile.columns))];
}
