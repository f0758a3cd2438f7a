import { elementOf, lanesOf } from '../webgpu/tensors.ts';
import { four, lines } from '../webgpu/wgsl.ts';
import type { ConvInfo } from './convInfo.ts';
import { widthOf } from './webgpu.gemm.ts';

/** Whether channels come in fours. */
type Fours = boolean;

/**
 * What the programs of a convolution and its gradients are written for. All other sizes are uniforms, so that
 * one program serves many layers and is compiled once.
 */
export type ConvolutionChoices = readonly [inputs: Fours, outputs: Fours, width: number];

/** @param columns of the product, which a tile's width is chosen by */
export function choices(
  { inChannels, outChannels }: ConvInfo,
  columns: number,
): ConvolutionChoices {
  return [inChannels % 4 === 0, outChannels % 4 === 0, widthOf(columns)];
}

/**
 * Their uniforms: the input's and the output's sizes, padding above and to the left, taps and strides. A group
 * is four channels, or one where they don't come in fours.
 */
export const sizeUniforms = {
  batch: 'i32',
  height: 'i32',
  width: 'i32',
  inputs: 'i32',
  inGroups: 'i32',
  outHeight: 'i32',
  outWidth: 'i32',
  outputs: 'i32',
  outGroups: 'i32',
  top: 'i32',
  left: 'i32',
  tapRows: 'i32',
  tapColumns: 'i32',
  rowStride: 'i32',
  columnStride: 'i32',
} as const;

export function sizes(info: ConvInfo): Record<keyof typeof sizeUniforms, number> {
  const { inChannels, outChannels, padInfo } = info;
  return {
    batch: info.batchSize,
    height: info.inHeight,
    width: info.inWidth,
    inputs: inChannels,
    inGroups: inChannels / lanesOf(elementOf(inChannels)),
    outHeight: info.outHeight,
    outWidth: info.outWidth,
    outputs: outChannels,
    outGroups: outChannels / lanesOf(elementOf(outChannels)),
    top: padInfo.top,
    left: padInfo.left,
    tapRows: info.filterHeight,
    tapColumns: info.filterWidth,
    rowStride: info.strideHeight,
    columnStride: info.strideWidth,
  };
}

/**
 * `locate(pixel)`: where the taps of an output's pixel begin in x, as row, column and picture, which is −1 where
 * there is no such pixel. `left(place, stepOf(group))`: four factors of x that follow each other in the
 * filter's order.
 */
export function gatherTaps(inputsInFours: Fours): string {
  return `
fn locate(pixel: i32) -> vec4i {
  let line = pixel / u.outWidth;
  let picture = line / u.outHeight;
  let output = vec2i(line - picture * u.outHeight, pixel - line * u.outWidth);
  let at = output * vec2i(u.rowStride, u.columnStride) - vec2i(u.top, u.left);
  return vec4i(at, select(-1, picture, picture < u.batch), 0);
}
/** A tap's row, column and group of channels. */
fn tapOf(group: i32) -> vec3i {
  let tap = group / u.inGroups;
  let row = tap / u.tapColumns;
  return vec3i(row, tap - row * u.tapColumns, group - tap * u.inGroups);
}
/** The pixel of x where a tap of a place lies, or −1 outside. */
fn pixelAt(place: vec4i, tap: vec3i) -> i32 {
  let at = place.xy + tap.xy;
  let isIn = place.z >= 0 && all(at >= vec2i(0)) && all(at < vec2i(u.height, u.width));
  return select(-1, (place.z * u.height + at.x) * u.width + at.y, isIn);
}
${readTaps(inputsInFours, { maps: 'x', groups: 'u.inGroups', tapRows: 'u.tapRows' })}`;
}

/**
 * `left(place, stepOf(group))`: four factors of the maps, by the `tapOf` and `pixelAt` of whoever convolves. Where
 * channels don't come in fours, they may be of several taps.
 */
export function readTaps(
  inFours: Fours,
  { maps, groups, tapRows }: Record<'maps' | 'groups' | 'tapRows', string>,
): string {
  return inFours
    ? `
fn stepOf(group: i32) -> vec3i { return tapOf(group); }
fn left(place: vec4i, step: vec3i) -> vec4f {
  let pixel = pixelAt(place, step);
  if (pixel < 0) { return vec4f(0); }
  return ${maps}[pixel * ${groups} + step.z];
}`
    : `
struct Taps { ${lines(4, (k) => `tap${k}: vec3i,`)} }
fn stepOf(group: i32) -> Taps { return Taps(${four((k) => `tapOf(4 * group + ${k})`)}); }
fn factorOf(place: vec4i, tap: vec3i) -> f32 {
  let pixel = pixelAt(place, tap);
  return select(0f, ${maps}[pixel * ${groups} + tap.z], pixel >= 0 && tap.x < ${tapRows});
}
fn left(place: vec4i, step: Taps) -> vec4f {
  return vec4f(${four((k) => `factorOf(place, step.tap${k})`)});
}`;
}

/**
 * Declares `name(row, column) -> vec4f`: four columns of an array's row, and zeros beyond its end. There WGSL lets
 * anything be read, which is dropped.
 * @param inFours whether the array is of fours
 * @param length an expression of the elements in a row
 */
export function readFours(name: string, array: string, inFours: Fours, length: string): string {
  return `
fn ${name}(row: i32, column: i32) -> vec4f {
  ${
    inFours
      ? `if (column >= ${length}) { return vec4f(0); }
  return ${array}[row * ${length} + column];`
      : `let rest = ${length} - 4 * column;
  let first = row * ${length} + 4 * column;
  return vec4f(${four((lane) => `select(0f, ${array}[first + ${lane}], ${lane} < rest)`)});`
  }
}`;
}

/** Declares `store(row, column, values)`, which writes four columns of an array's row as far as it has them. */
export function storeFours(array: string, inFours: Fours, length: string): string {
  return `
fn store(row: i32, column: i32, values: vec4f) {
  ${
    inFours
      ? `if (column < ${length}) { ${array}[row * ${length} + column] = values; }`
      : `let rest = ${length} - 4 * column;
  let first = row * ${length} + 4 * column;
  ${lines(4, (lane) => `if (${lane} < rest) { ${array}[first + ${lane}] = values[${lane}]; }`)}`
  }
}`;
}
