import { multiplyTiles, storeRows, tileThreads } from '../conv2d/webgpu.gemm.ts';
import {
  readTaps,
  sizeUniforms,
  storeFours,
  type ConvolutionChoices,
} from '../conv2d/webgpu.sizes.ts';
import { programs, type ProgramSpec } from '../webgpu/programs.ts';
import { four } from '../webgpu/wgsl.ts';

/**
 * dx[n, y, x, i] = Σ dy[n, oy, ox, o] · filter[fy, fx, i, o] over the taps with oy · stride + fy − top = y and
 * the same for columns: the row of a product is a pixel of dx, the column an input. A stride's pixels are
 * computed in as many phases, whose pixels meet the same taps: along each axis every stride-th.
 */
export const convolveInputGradient = programs((...choices: ConvolutionChoices): ProgramSpec => {
  const [inputsInFours, outputsInFours, width] = choices;
  const product = multiplyTiles(width);
  const [outputs, block] = outputsInFours
    ? (['vec4f', 'mat4x4f'] as const)
    : (['f32', 'vec4f'] as const);
  return {
    name: 'convolveInputGradient',
    inputs: { dy: outputs, weights: outputs },
    outputs: { y: inputsInFours ? 'vec4f' : 'f32' },
    uniforms: sizeUniforms,
    threads: tileThreads,
    declarations: `
${product.declarations}
/** The phase along rows and columns: its first pixel, its first tap, how many taps and pixels it has. */
var<private> begin: vec2i;
var<private> firstTap: vec2i;
var<private> taps: vec2i;
var<private> size: vec2i;
/** The row, column and picture of the phase's pixel. */
fn pixelOf(row: i32) -> vec3i {
  let line = row / size.y;
  let picture = line / size.x;
  let at = vec2i(line - picture * size.x, row - line * size.y);
  return vec3i(begin + vec2i(u.rowStride, u.columnStride) * at, picture);
}
fn locate(row: i32) -> vec4i {
  let pixel = pixelOf(row);
  let stride = vec2i(u.rowStride, u.columnStride);
  let source = (pixel.xy + vec2i(u.top, u.left) - firstTap) / stride;
  return vec4i(source, select(-1, pixel.z, pixel.z < u.batch), 0);
}
/** A tap's row and column in the phase, and its group of outputs. */
fn tapOf(group: i32) -> vec3i {
  let tap = group / u.outGroups;
  let row = tap / taps.y;
  return vec3i(row, tap - row * taps.y, group - tap * u.outGroups);
}
/** The pixel of dy that meets a place's pixel at a tap, or −1. */
fn pixelAt(place: vec4i, tap: vec3i) -> i32 {
  let at = place.xy - tap.xy;
  let isIn = place.z >= 0 && all(at >= vec2i(0)) && all(at < vec2i(u.outHeight, u.outWidth));
  return select(-1, (place.z * u.outHeight + at.x) * u.outWidth + at.y, isIn);
}
/** The row of dx where the phase's pixel lies. */
fn rowOf(row: i32) -> i32 {
  let pixel = pixelOf(row);
  return (pixel.z * u.height + pixel.x) * u.width + pixel.y;
}
${readTaps(outputsInFours, { maps: 'dy', groups: 'u.outGroups', tapRows: 'taps.x' })}
/** The filter's outputs of a tap, four or one, for four inputs; zeros where there is no such tap or input. */
fn weightsOf(tap: vec3i, column: i32) -> ${block} {
  let at = firstTap + vec2i(u.rowStride, u.columnStride) * tap.xy;
  let first = ((at.x * u.tapColumns + at.y) * u.inputs + 4 * column) * u.outGroups + tap.z;
  let rest = select(0, u.inputs - 4 * column, tap.x < taps.x);
  return ${block}(${four((j) => `select(${outputs}(0), weights[first + ${j} * u.outGroups], ${j} < rest)`)});
}
${outputsInFours ? fours : oneByOne}
${storeFours('y', inputsInFours, 'u.inGroups')}`,
    body: `
  let stride = vec2i(u.rowStride, u.columnStride);
  let phases = stride.x * stride.y;
  let number = i32(tile.z) % phases;
  let phase = vec2i(number / stride.y, number % stride.y);
  let phaseTap = (phase + vec2i(u.top, u.left)) % stride;
  let phaseTaps = max((vec2i(u.tapRows, u.tapColumns) - phaseTap + stride - 1) / stride, vec2i(0));
  let phaseSize = max((vec2i(u.height, u.width) - phase + stride - 1) / stride, vec2i(0));
  let groups = (phaseTaps.x * phaseTaps.y * u.outputs + 3) / 4;
  let tileColumns = i32(tile.z) / phases;
  begin = phase;
  firstTap = phaseTap;
  taps = max(phaseTaps, vec2i(1));
  size = max(phaseSize, vec2i(1));
  ${product.body}
  ${storeRows('u.batch * phaseSize.x * phaseSize.y', (row) => `rowOf(${row})`)}`,
  };
});

/** Four outputs of a tap at a time: rows of the filter become columns. */
const fours = `
fn right(group: i32, column: i32) -> mat4x4f { return transpose(weightsOf(tapOf(group), column)); }`;

/** Outputs that don't come in fours: four factors may be of several taps. */
const oneByOne = `
fn right(group: i32, column: i32) -> mat4x4f {
  return mat4x4f(${four((k) => `weightsOf(tapOf(4 * group + ${k}), column)`)});
}`;
