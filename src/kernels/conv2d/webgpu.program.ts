import { programs, type ProgramSpec } from '../webgpu/programs.ts';
import { four } from '../webgpu/wgsl.ts';
import { multiplyTiles, storeRows, tileThreads } from './webgpu.gemm.ts';
import {
  gatherTaps,
  readFours,
  sizeUniforms,
  storeFours,
  type ConvolutionChoices,
} from './webgpu.sizes.ts';

/**
 * y[n, oy, ox, o] = Σ x[n, oy · stride + fy − top, ox · stride + fx − left, i] · filter[fy, fx, i, o]:
 * the row of a product is a pixel of y, the column an output.
 */
export const convolve = programs((...choices: ConvolutionChoices): ProgramSpec => {
  const [inputsInFours, outputsInFours, width] = choices;
  const product = multiplyTiles(width);
  const outputs = outputsInFours ? 'vec4f' : 'f32';
  return {
    name: 'convolve',
    inputs: { x: inputsInFours ? 'vec4f' : 'f32', weights: outputs },
    outputs: { y: outputs },
    uniforms: sizeUniforms,
    threads: tileThreads,
    declarations: `
${product.declarations}
${gatherTaps(inputsInFours)}
${readFours('weightsOf', 'weights', outputsInFours, 'u.outGroups')}
fn row(factor: i32, column: i32) -> vec4f {
  if (factor >= u.tapRows * u.tapColumns * u.inputs) { return vec4f(0); }
  return weightsOf(factor, column);
}
fn right(group: i32, column: i32) -> mat4x4f {
  return mat4x4f(${four((k) => `row(4 * group + ${k}, column)`)});
}
${storeFours('y', outputsInFours, 'u.outGroups')}`,
    body: `
  let groups = (u.tapRows * u.tapColumns * u.inputs + 3) / 4;
  let tileColumns = i32(tile.z);
  ${product.body}
  ${storeRows('u.batch * u.outHeight * u.outWidth')}`,
  };
});
