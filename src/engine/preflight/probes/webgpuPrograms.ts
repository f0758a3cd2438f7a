import { work } from '../work.ts';

/** A map is a buffer with two vectors a pixel, four channels each; `parts` and factors likewise. */
const { size, parts, pictures, epsilon } = work;
const partPixels = (pictures * size * size) / parts;
const pixels = pictures * size * size;
const input = (binding: number, name: string) =>
  `@group(0) @binding(${binding}) var<storage, read> ${name}: array<vec4f>;`;
const output = (binding: number) =>
  `@group(0) @binding(${binding}) var<storage, read_write> y: array<vec4f>;`;
const main = (invocations: number) => `@compute @workgroup_size(${invocations})
fn main(@builtin(global_invocation_id) id: vec3u)`;

/** The programs of a layer in their order: the inputs' buffers are bound first, then the output's. */
export const programs = {
  convolve: `${input(0, 'x')} ${input(1, 'weights')} ${output(2)}
${main(64)} {
  let group = i32(id.x) % 2;
  let pixel = i32(id.x) / 2;
  let column = pixel % ${size};
  let row = pixel / ${size} % ${size};
  var sum = vec4f();
  for (var r = 0; r < 3; r++) {
    let i = row + r - 1;
    if (i < 0 || i >= ${size}) { continue; }
    for (var s = 0; s < 3; s++) {
      let j = column + s - 1;
      if (j < 0 || j >= ${size}) { continue; }
      for (var lanes = 0; lanes < 2; lanes++) {
        let v = x[(pixel + (r - 1) * ${size} + s - 1) * 2 + lanes];
        let k = ((r * 3 + s) * 8 + lanes * 4) * 2 + group;
        sum += v.x * weights[k] + v.y * weights[k + 2] + v.z * weights[k + 4] + v.w * weights[k + 6];
      }
    }
  }
  y[id.x] = sum;
}`,
  sum: `${input(0, 'x')} ${output(1)}
${main(64)} {
  let start = id.x / 2 * ${partPixels};
  var sum = vec4f();
  var square = vec4f();
  for (var pixel = start; pixel < start + ${partPixels}; pixel++) {
    let v = x[pixel * 2 + id.x % 2];
    sum += v;
    square += v * v;
  }
  y[id.x] = sum;
  y[id.x + ${2 * parts}] = square;
}`,
  factors: `${input(0, 'x')} ${output(1)}
${main(2)} {
  var sum = vec4f();
  var square = vec4f();
  for (var part = 0u; part < ${parts}; part++) {
    sum += x[part * 2 + id.x];
    square += x[part * 2 + id.x + ${2 * parts}];
  }
  let mean = sum / ${pixels};
  let scale = inverseSqrt(square / ${pixels} - mean * mean + ${epsilon});
  y[id.x] = scale;
  y[id.x + 2] = -mean * scale;
}`,
  apply: `${input(0, 'x')} ${input(1, 'factors')} ${output(2)}
${main(64)} {
  y[id.x] = max(x[id.x] * factors[id.x % 2] + factors[id.x % 2 + 2], vec4f());
}`,
};
