import { programs, type ProgramSpec } from '../webgpu/programs.ts';
import { elementOf } from '../webgpu/tensors.ts';
import { multiplyTiles, storeRows, tileOf, tileThreads } from './webgpu.gemm.ts';
import { gatherTaps, sizeUniforms, type ConvolutionChoices } from './webgpu.sizes.ts';

/**
 * y[n, oy, ox, o] = Σ x[n, oy · stride + fy − top, ox · stride + fx − left, i] · filter[fy, fx, i, o]:
 * the row of a product is a pixel of y, the column an output.
 */
export const convolve = programs((...choices: ConvolutionChoices): ProgramSpec => {
  const [inputs, outputs, tapRows, tapColumns] = choices;
  const factors = tapRows * tapColumns * inputs;
  const tile = tileOf(outputs);
  const product = multiplyTiles(tile, `${Math.ceil(factors / 4)}u`);
  const element = elementOf(outputs);
  return {
    name: 'convolve',
    inputs: { x: elementOf(inputs), weights: element },
    outputs: { y: element },
    uniforms: sizeUniforms,
    threads: tileThreads,
    declarations: `
${product.declarations}
${gatherTaps(...choices)}
fn locate(pixel: u32) -> vec4i { return locatePixel(i32(pixel)); }
fn left(place: vec4i, group: u32) -> vec4f { return taps(place, group); }
${fetchFilter(factors, outputs)}`,
    body: `
  let firstRow = (tile.x + tile.y * tiles.x) * rows;
  let firstColumn = tile.z * columns;
  ${product.body}
  ${storeRows(outputs, 'u32(u.batch * u.outHeight * u.outWidth)')}`,
  };
});

/** `right` for a matrix [factors, outputs] named `weights`. */
function fetchFilter(factors: number, outputs: number): string {
  if (outputs % 4 === 0) {
    const groups = outputs / 4;
    const row = (k: number) =>
      factors % 4 === 0
        ? `weights[(4 * group + ${k}) * ${groups} + column]`
        : `fetch(4 * group + ${k}, column)`;
    return `
fn fetch(factor: u32, column: u32) -> vec4f {
  if (factor >= ${factors}) { return vec4f(0); }
  return weights[factor * ${groups} + column];
}
fn right(group: u32, column: u32) -> mat4x4f {
  if (column >= ${groups}) { return mat4x4f(); }
  return mat4x4f(${[0, 1, 2, 3].map(row).join(', ')});
}`;
  }
  return `
fn fetch(factor: u32, output: u32) -> f32 {
  if (factor >= ${factors} || output >= ${outputs}) { return 0; }
  return weights[factor * ${outputs} + output];
}
fn right(group: u32, column: u32) -> mat4x4f {
  var block = mat4x4f();
  for (var k = 0u; k < 4; k++) {
    for (var j = 0u; j < 4; j++) { block[k][j] = fetch(4 * group + k, 4 * column + j); }
  }
  return block;
}`;
}
