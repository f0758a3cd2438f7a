import { four, lines } from '../webgpu/wgsl.ts';

// A convolution and its input gradient are products of matrices that are never written out: a row is a
// pixel, a column an output channel, and what is summed over runs through taps and channels.

/** Threads of a workgroup: two warps of a large GPU, so that small products too are spread over all of it. */
export const tileThreads = 64;

/** Groups of four factors that a tile multiplies between two barriers. */
const depth = 4;

/**
 * Groups of four columns that a workgroup computes: no more than there are, or threads compute nothing. Each
 * thread has one of them, in four rows.
 */
export function widthOf(columns: number): number {
  const groups = Math.ceil(columns / 4);
  return [2, 4, 8].find((width) => width >= groups) ?? 16;
}

/** Rows of a workgroup. */
function rowsOf(width: number): number {
  return (4 * tileThreads) / width;
}

/**
 * A product's source. What it calls must be declared: `locate(row) -> vec4i` says where a row's factors lie;
 * `left(place, stepOf(group)) -> vec4f` fetches four factors of a row; `right(group, column) -> mat4x4f`
 * fetches four by four of the other matrix, a factor a column, and zeros outside.
 * The body needs `tileColumns`, the tile's place along the columns, and `groups`, how many there are of four
 * factors; it leaves in `sum0` to `sum3` the columns `column` of the rows `firstRow + j · apart`.
 */
export function multiplyTiles(width: number) {
  const rows = rowsOf(width);
  return {
    declarations: `
const rows = ${rows};
const width = ${width};
const depth = ${depth};
const apart = ${rows / 4};
var<workgroup> places: array<vec4i, rows>;
var<workgroup> lefts: array<vec4f, (rows + 1) * depth>;
var<workgroup> rights: array<vec4f, 4 * depth * width>;`,
    body: `
  let me = i32(thread);
  let tileRow = i32(tile.x + tile.y * tiles.x) * rows;
  let firstRow = tileRow + me / width;
  let column = tileColumns * width + me % width;
  for (var row = me; row < rows; row += ${tileThreads}) { places[row] = locate(tileRow + row); }
  workgroupBarrier();
  ${lines(4, (j) => `var sum${j} = vec4f(0);`)}
  for (var first = 0; first < groups; first += depth) {
    let mine = me % depth;
    let step = stepOf(first + mine);
    for (var row = me / depth; row < rows; row += ${tileThreads / depth}) {
      var factors = vec4f(0);
      if (first + mine < groups) { factors = left(places[row], step); }
      lefts[mine * (rows + 1) + row] = factors;
    }
    for (var i = me; i < depth * width; i += ${tileThreads}) {
      let group = i / width;
      var block = mat4x4f();
      if (first + group < groups) { block = right(first + group, tileColumns * width + i % width); }
      let to = 4 * group * width + i % width;
      ${lines(4, (k) => `rights[to + ${k} * width] = block[${k}];`)}
    }
    workgroupBarrier();
    for (var group = 0; group < depth; group++) {
      let at = group * (rows + 1) + me / width;
      let block = 4 * group * width + me % width;
      let factors = mat4x4f(${four((k) => `rights[block + ${k} * width]`)});
      ${lines(4, (j) => `sum${j} += factors * lefts[at + ${j} * apart];`)}
    }
    workgroupBarrier();
  }`,
  };
}

/**
 * Hands a thread's sums to `store(row, column, sums)`.
 * @param count an expression of how many rows the product has
 * @param find an expression of where in the output one of them lies
 */
export function storeRows(count: string, find = (row: string) => row): string {
  return lines(4, (j) => {
    const row = `firstRow + ${j} * apart`;
    return `if (${row} < ${count}) { store(${find(row)}, column, sum${j}); }`;
  });
}

/** A device takes 65,535 workgroups along an axis. */
const alongAxis = 32_768;

/** The workgroups for a product of so many rows and columns: rows along x and y, columns along z. */
export function tilesOf(rows: number, columns: number): [number, number, number] {
  const width = widthOf(columns);
  const tall = Math.ceil(rows / rowsOf(width));
  const x = Math.min(tall, alongAxis);
  return [x, Math.ceil(tall / x), Math.ceil(columns / (4 * width))];
}
