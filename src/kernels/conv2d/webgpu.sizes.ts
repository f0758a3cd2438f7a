import type { ConvInfo } from './convInfo.ts';

/** What the programs of a convolution and its gradients are written for. */
export type ConvolutionChoices = readonly [
  inputs: number,
  outputs: number,
  tapRows: number,
  tapColumns: number,
  rowStride: number,
  columnStride: number,
];

export function choices(info: ConvInfo): ConvolutionChoices {
  const { inChannels, outChannels, filterHeight, filterWidth, strideHeight, strideWidth } = info;
  return [inChannels, outChannels, filterHeight, filterWidth, strideHeight, strideWidth];
}

/** Their uniforms: the input's and the output's sizes, padding above and to the left. */
export const sizeUniforms = {
  batch: 'i32',
  height: 'i32',
  width: 'i32',
  outHeight: 'i32',
  outWidth: 'i32',
  top: 'i32',
  left: 'i32',
} as const;

export function sizes(info: ConvInfo): Record<keyof typeof sizeUniforms, number> {
  const { batchSize, inHeight, inWidth, outHeight, outWidth, padInfo } = info;
  return {
    batch: batchSize,
    height: inHeight,
    width: inWidth,
    outHeight,
    outWidth,
    top: padInfo.top,
    left: padInfo.left,
  };
}

/**
 * `locatePixel(pixel)`: where the taps of an output's pixel begin in x, as row, column and picture; the
 * picture is −1 where there is no such pixel. `taps(place, group)`: four factors of x that follow each other
 * in the filter's order.
 */
export function gatherTaps(
  ...[inputs, , tapRows, tapColumns, rowStride, columnStride]: ConvolutionChoices
): string {
  const factors = tapRows * tapColumns * inputs;
  const place = (index: string, width: number) => `
  let tap = ${index} / ${width};
  let channel = ${index} % ${width};
  let row = place.x + tap / ${tapColumns};
  let column = place.y + tap % ${tapColumns};
  let isIn = place.z >= 0 && row >= 0 && row < u.height && column >= 0 && column < u.width;
  let at = ((place.z * u.height + row) * u.width + column) * ${width} + channel;`;
  return `
fn locatePixel(pixel: i32) -> vec4i {
  let line = pixel / u.outWidth;
  let column = pixel % u.outWidth;
  let picture = line / u.outHeight;
  let row = line % u.outHeight;
  return vec4i(row * ${rowStride} - u.top, column * ${columnStride} - u.left, select(-1, picture, picture < u.batch), 0);
}
${
  inputs % 4 === 0
    ? `
fn taps(place: vec4i, group: u32) -> vec4f {
  ${place('i32(group)', inputs / 4)}
  if (!isIn) { return vec4f(0); }
  return x[at];
}`
    : `
fn oneTap(place: vec4i, factor: i32) -> f32 {
  ${place('factor', inputs)}
  if (!isIn || factor >= ${factors}) { return 0; }
  return x[at];
}
fn taps(place: vec4i, group: u32) -> vec4f {
  let first = 4 * i32(group);
  return vec4f(oneTap(place, first), oneTap(place, first + 1), oneTap(place, first + 2), oneTap(place, first + 3));
}`
}`;
}
