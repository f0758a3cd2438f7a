import { programs, type ProgramSpec } from '../webgpu/programs.ts';
import { multiplyTiles, storeRows, tileThreads } from './webgpu.gemm.ts';
import { gatherTaps, sizeUniforms, type ConvolutionChoices } from './webgpu.sizes.ts';

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
/** The filter's four outputs, or fewer at its edge, for one factor. */
fn row(factor: i32, column: i32) -> vec4f {
  if (factor >= u.tapRows * u.tapColumns * u.inputs) { return vec4f(0); }
  ${
    outputsInFours
      ? `if (column >= u.outGroups) { return vec4f(0); }
  return weights[factor * u.outGroups + column];`
      : `var values = vec4f(0);
  for (var lane = 0; lane < 4 && 4 * column + lane < u.outputs; lane++) {
    values[lane] = weights[factor * u.outputs + 4 * column + lane];
  }
  return values;`
  }
}
fn right(group: i32, column: i32) -> mat4x4f {
  let first = 4 * group;
  return mat4x4f(row(first, column), row(first + 1, column), row(first + 2, column), row(first + 3, column));
}`,
    body: `
  let groups = (u.tapRows * u.tapColumns * u.inputs + 3) / 4;
  let tileColumns = i32(tile.z);
  ${product.body}
  ${storeRows(outputsInFours, { count: 'u.outputs', groups: 'u.outGroups' }, 'u.batch * u.outHeight * u.outWidth')}`,
  };
});
