import { multiplyTiles, storeRows, tileOf, tileThreads } from '../conv2d/webgpu.gemm.ts';
import { sizeUniforms, type ConvolutionChoices } from '../conv2d/webgpu.sizes.ts';
import { programs, type ProgramSpec } from '../webgpu/programs.ts';
import { elementOf } from '../webgpu/tensors.ts';

/**
 * dx[n, y, x, i] = Σ dy[n, oy, ox, o] · filter[fy, fx, i, o] over the taps with oy · stride + fy − top = y and
 * the same for columns: the row of a product is a pixel of dx, the column an input. A stride's pixels are
 * computed in as many phases, whose pixels meet the same taps: along each axis every stride-th.
 */
export const convolveInputGradient = programs((...choices: ConvolutionChoices): ProgramSpec => {
  const [inputs, outputs, tapRows, tapColumns, rowStride, columnStride] = choices;
  const product = multiplyTiles(tileOf(inputs), 'groups');
  const element = elementOf(inputs, outputs);
  return {
    name: 'convolveInputGradient',
    inputs: { dy: elementOf(outputs), weights: elementOf(outputs) },
    outputs: { y: elementOf(inputs) },
    uniforms: sizeUniforms,
    threads: tileThreads,
    declarations: `
${product.declarations}
/** The phase along rows and columns: its first pixel, its first tap, how many taps and pixels it has. */
var<private> begin: vec2i;
var<private> firstTap: vec2i;
var<private> taps: vec2i;
var<private> size: vec2i;
/** The pixel's row, column and picture. */
fn pixelOf(row: u32) -> vec3i {
  let line = i32(row) / size.y;
  let stride = vec2i(${rowStride}, ${columnStride});
  let at = begin + stride * vec2i(line % size.x, i32(row) % size.y);
  return vec3i(at, line / size.x);
}
fn locate(row: u32) -> vec4i {
  let pixel = pixelOf(row);
  let source = (pixel.xy + vec2i(u.top, u.left) - firstTap) / vec2i(${rowStride}, ${columnStride});
  return vec4i(source, select(-1, pixel.z, pixel.z < u.batch), 0);
}
fn tapOf(index: i32) -> vec2i { return vec2i(index / taps.y, index % taps.y); }
/** Where a pixel of dy lies, −1 for none. */
fn sourceOf(place: vec4i, index: i32) -> i32 {
  let at = place.xy - tapOf(index);
  let isIn = place.z >= 0 && all(at >= vec2i(0)) && all(at < vec2i(u.outHeight, u.outWidth));
  return select(-1, (place.z * u.outHeight + at.x) * u.outWidth + at.y, isIn);
}
/** Where a tap lies in the filter. */
fn tapInFilter(index: i32) -> i32 {
  let tap = firstTap + vec2i(${rowStride}, ${columnStride}) * tapOf(index);
  return tap.x * ${tapColumns} + tap.y;
}
${fetchSlopes(outputs)}
${element === 'vec4f' ? fetchBlocks(inputs, outputs) : fetchWeights(inputs, outputs)}`,
    body: `
  let phases = ${rowStride * columnStride}u;
  let phase = vec2i(i32(tile.z % phases) / ${columnStride}, i32(tile.z % phases) % ${columnStride});
  let stride = vec2i(${rowStride}, ${columnStride});
  let phaseTap = (phase + vec2i(u.top, u.left)) % stride;
  let phaseTaps = max((vec2i(${tapRows}, ${tapColumns}) - phaseTap + stride - 1) / stride, vec2i(0));
  let phaseSize = max((vec2i(u.height, u.width) - phase + stride - 1) / stride, vec2i(0));
  let count = u32(u.batch * phaseSize.x * phaseSize.y);
  let groups = u32(phaseTaps.x * phaseTaps.y * ${outputs} + 3) / 4u;
  begin = phase;
  firstTap = phaseTap;
  taps = max(phaseTaps, vec2i(1));
  size = max(phaseSize, vec2i(1));
  let firstRow = (tile.x + tile.y * tiles.x) * rows;
  let firstColumn = tile.z / phases * columns;
  ${product.body}
  ${storeRows(inputs, 'count', (row) => `let pixel = pixelOf(${row}); let at = u32((pixel.z * u.height + pixel.x) * u.width + pixel.y);`)}`,
  };
});

/** `left`: four outputs' dy, at the taps of a row. */
function fetchSlopes(outputs: number): string {
  if (outputs % 4 === 0) {
    const groups = outputs / 4;
    return `
fn left(place: vec4i, group: u32) -> vec4f {
  let source = sourceOf(place, i32(group) / ${groups});
  if (source < 0) { return vec4f(0); }
  return dy[source * ${groups} + i32(group) % ${groups}];
}`;
  }
  return `
fn slope(place: vec4i, factor: i32) -> f32 {
  let source = sourceOf(place, factor / ${outputs});
  if (source < 0 || factor >= taps.x * taps.y * ${outputs}) { return 0; }
  return dy[source * ${outputs} + factor % ${outputs}];
}
fn left(place: vec4i, group: u32) -> vec4f {
  let first = 4 * i32(group);
  return vec4f(slope(place, first), slope(place, first + 1), slope(place, first + 2), slope(place, first + 3));
}`;
}

/** `right` where inputs and outputs come in fours: rows of the filter become columns. */
function fetchBlocks(inputs: number, outputs: number): string {
  const groups = outputs / 4;
  const rows = [0, 1, 2, 3].map((row) => `weights[at + ${row * groups}]`);
  return `
fn right(group: u32, column: u32) -> mat4x4f {
  if (column >= ${inputs / 4}) { return mat4x4f(); }
  let tap = tapInFilter(i32(group) / ${groups});
  let at = (tap * ${inputs} + 4 * i32(column)) * ${groups} + i32(group) % ${groups};
  return transpose(mat4x4f(${rows.join(', ')}));
}`;
}

/** `right` for any number of both. */
function fetchWeights(inputs: number, outputs: number): string {
  const at = `(tapInFilter(factor / ${outputs}) * ${inputs} + input) * ${outputs} + factor % ${outputs}`;
  return `
fn weight(factor: i32, input: i32) -> f32 {
  if (factor >= taps.x * taps.y * ${outputs} || input >= ${inputs}) { return 0; }
  let at = ${at};
  return ${outputs % 4 === 0 ? 'weights[at / 4][at % 4]' : 'weights[at]'};
}
fn right(group: u32, column: u32) -> mat4x4f {
  var block = mat4x4f();
  for (var k = 0; k < 4; k++) {
    for (var j = 0; j < 4; j++) {
      block[k][j] = weight(4 * i32(group) + k, 4 * i32(column) + j);
    }
  }
  return block;
}`;
}
