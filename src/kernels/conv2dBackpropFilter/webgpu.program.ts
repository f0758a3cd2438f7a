import { gatherTaps, sizeUniforms, type ConvolutionChoices } from '../conv2d/webgpu.sizes.ts';
import { programs, type ProgramSpec } from '../webgpu/programs.ts';
import { elementOf } from '../webgpu/tensors.ts';
import { lines } from '../webgpu/wgsl.ts';

/** Threads of a workgroup: each has four factors of the filter times four outputs. */
export const threads = 64;

/** Pixels that a tile adds up between two barriers. */
const depth = 16;

/** Groups of four outputs, and of four factors, that a workgroup computes. */
export function tileOf(outputs: number): { outputs: number; factors: number } {
  const width = [1, 2, 4].find((width) => width >= Math.ceil(outputs / 4)) ?? 8;
  return { outputs: width, factors: threads / width };
}

/**
 * dFilter[fy, fx, i, o] = Σ x[n, oy · stride + fy − top, ox · stride + fx − left, i] · dy[n, oy, ox, o], summed
 * in `parts` of the pixels, one below the other: the row of a product is a tap's input, the column an output.
 */
export const convolveFilterGradient = programs((...choices: ConvolutionChoices): ProgramSpec => {
  const [inputs, outputs, tapRows, tapColumns] = choices;
  const factors = tapRows * tapColumns * inputs;
  const tile = tileOf(outputs);
  const isWhole = outputs % 4 === 0;
  return {
    name: 'convolveFilterGradient',
    inputs: { x: elementOf(inputs), dy: elementOf(outputs) },
    outputs: { sums: elementOf(outputs) },
    uniforms: { ...sizeUniforms, pixelsPerPart: 'i32' },
    threads,
    declarations: `
var<workgroup> factors: array<vec4f, ${depth * tile.factors}>;
var<workgroup> slopes: array<vec4f, ${depth * tile.outputs}>;
${gatherTaps(...choices)}
${isWhole ? fetchSlopes(outputs) : fetchSlopesOneByOne(outputs)}`,
    body: `
  let myFactor = thread / ${tile.outputs}u;
  let myOutput = thread % ${tile.outputs}u;
  let firstFactor = tile.x * ${tile.factors}u;
  let firstOutput = tile.y * ${tile.outputs}u;
  let begin = i32(tile.z) * u.pixelsPerPart;
  let end = min(begin + u.pixelsPerPart, u.batch * u.outHeight * u.outWidth);
  ${lines(4, (k) => `var sum${k} = vec4f(0);`)}
  for (var first = begin; first < end; first += ${depth}) {
    for (var i = thread; i < ${depth * tile.factors}u; i += ${threads}u) {
      let pixel = first + i32(i / ${tile.factors}u);
      let group = firstFactor + i % ${tile.factors}u;
      var values = vec4f(0);
      if (pixel < end && group < ${Math.ceil(factors / 4)}) { values = taps(locatePixel(pixel), group); }
      factors[i] = values;
    }
    for (var i = thread; i < ${depth * tile.outputs}u; i += ${threads}u) {
      let pixel = first + i32(i / ${tile.outputs}u);
      var values = vec4f(0);
      if (pixel < end) { values = fetchSlopes(pixel, i32(firstOutput + i % ${tile.outputs}u)); }
      slopes[i] = values;
    }
    workgroupBarrier();
    for (var pixel = 0u; pixel < ${depth}u; pixel++) {
      let values = factors[pixel * ${tile.factors}u + myFactor];
      let slope = slopes[pixel * ${tile.outputs}u + myOutput];
      ${lines(4, (k) => `sum${k} += values[${k}] * slope;`)}
    }
    workgroupBarrier();
  }
  let column = firstOutput + myOutput;
  let firstRow = i32(4 * (firstFactor + myFactor));
  ${lines(4, (k) => `if (firstRow + ${k} < ${factors}) { ${store(outputs, factors, k)} }`)}`,
  };
});

function store(outputs: number, factors: number, k: number): string {
  const row = `(i32(tile.z) * ${factors} + firstRow + ${k})`;
  if (outputs % 4 === 0)
    return `if (column < ${outputs / 4}) { sums[${row} * ${outputs / 4} + i32(column)] = sum${k}; }`;
  return `for (var lane = 0; lane < 4; lane++) {
      let output = 4 * i32(column) + lane;
      if (output < ${outputs}) { sums[${row} * ${outputs} + output] = sum${k}[lane]; }
    }`;
}

function fetchSlopes(outputs: number): string {
  return `
fn fetchSlopes(pixel: i32, group: i32) -> vec4f {
  if (group >= ${outputs / 4}) { return vec4f(0); }
  return dy[pixel * ${outputs / 4} + group];
}`;
}

function fetchSlopesOneByOne(outputs: number): string {
  return `
fn fetchSlopes(pixel: i32, group: i32) -> vec4f {
  var values = vec4f(0);
  for (var lane = 0; lane < 4; lane++) {
    if (4 * group + lane < ${outputs}) { values[lane] = dy[pixel * ${outputs} + 4 * group + lane]; }
  }
  return values;
}`;
}
