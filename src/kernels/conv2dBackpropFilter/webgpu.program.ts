import {
  gatherTaps,
  readFours,
  sizeUniforms,
  storeFours,
  type ConvolutionChoices,
} from '../conv2d/webgpu.sizes.ts';
import { programs, type ProgramSpec } from '../webgpu/programs.ts';
import { lines } from '../webgpu/wgsl.ts';

/** Threads of a workgroup: each has four factors of the filter times four outputs. */
const threads = 64;

/** Pixels that a tile adds up between two barriers. */
const depth = 16;

/** Groups of four factors that a workgroup computes, for so many groups of outputs. */
export function factorGroups(width: number): number {
  return threads / width;
}

/**
 * dFilter[fy, fx, i, o] = Σ x[n, oy · stride + fy − top, ox · stride + fx − left, i] · dy[n, oy, ox, o], summed
 * in parts of the pixels, one below the other: the row of a product is a tap's input, the column an output.
 */
export const convolveFilterGradient = programs((...choices: ConvolutionChoices): ProgramSpec => {
  const [inputsInFours, outputsInFours, width] = choices;
  const tall = factorGroups(width);
  const outputs = outputsInFours ? 'vec4f' : 'f32';
  return {
    name: 'convolveFilterGradient',
    inputs: { x: inputsInFours ? 'vec4f' : 'f32', dy: outputs },
    outputs: { sums: outputs },
    uniforms: { ...sizeUniforms, pixelsPerPart: 'i32' },
    threads,
    declarations: `
const depth = ${depth};
const tall = ${tall};
const width = ${width};
var<workgroup> places: array<vec4i, depth>;
var<workgroup> factors: array<vec4f, depth * tall>;
var<workgroup> slopes: array<vec4f, depth * width>;
${gatherTaps(inputsInFours)}
${readFours('slopesOf', 'dy', outputsInFours, 'u.outGroups')}
${storeFours('sums', outputsInFours, 'u.outGroups')}`,
    body: `
  let me = i32(thread);
  let firstFactor = i32(tile.x) * tall;
  let firstOutput = i32(tile.y) * width;
  let begin = i32(tile.z) * u.pixelsPerPart;
  let end = min(begin + u.pixelsPerPart, u.batch * u.outHeight * u.outWidth);
  let count = u.tapRows * u.tapColumns * u.inputs;
  let loads = firstFactor + me % tall;
  let step = stepOf(loads);
  ${lines(4, (k) => `var sum${k} = vec4f(0);`)}
  if (me < depth) { places[me] = locate(begin + me); }
  workgroupBarrier();
  for (var first = begin; first < end; first += depth) {
    for (var pixel = me / tall; pixel < depth; pixel += ${threads / tall}) {
      var values = vec4f(0);
      if (first + pixel < end && 4 * loads < count) { values = left(places[pixel], step); }
      factors[pixel * tall + me % tall] = values;
    }
    for (var pixel = me / width; pixel < depth; pixel += ${threads / width}) {
      var values = vec4f(0);
      if (first + pixel < end) { values = slopesOf(first + pixel, firstOutput + me % width); }
      slopes[pixel * width + me % width] = values;
    }
    workgroupBarrier();
    if (me < depth) { places[me] = locate(first + depth + me); }
    for (var pixel = 0; pixel < depth; pixel++) {
      let values = factors[pixel * tall + me / width];
      let slope = slopes[pixel * width + me % width];
      ${lines(4, (k) => `sum${k} += values[${k}] * slope;`)}
    }
    workgroupBarrier();
  }
  let column = firstOutput + me % width;
  let firstRow = 4 * (firstFactor + me / width);
  let part = i32(tile.z) * count;
  ${lines(4, (k) => `if (firstRow + ${k} < count) { store(part + firstRow + ${k}, column, sum${k}); }`)}`,
  };
});
