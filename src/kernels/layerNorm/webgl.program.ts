import { vector } from '../webgl/glsl.ts';
import { partialSums } from '../webgl/parts.ts';
import { programs } from '../webgl/programs.ts';
import type { Lanes } from '../webgl/texels.ts';

/** The mean of each row (target0), and 1 / √(its biased variance + ε) (target1). */
export const rowStatistics = programs((lanes: Lanes) => ({
  name: 'rowStatistics',
  inputs: { x: lanes },
  targets: 2,
  uniforms: { groups: 'int', epsilon: 'float' },
  source: `
void main() {
  int first = targetIndex() * groups;
  float features = float(groups * ${lanes});
  ${vector(lanes)} sum = x(first);
  for (int group = 1; group < groups; group++) sum += x(first + group);
  float mean = dot(sum, ${vector(lanes)}(1.0)) / features;
  float squares = 0.0;
  for (int group = 0; group < groups; group++) {
    ${vector(lanes)} centred = x(first + group) - mean;
    squares += dot(centred, centred);
  }
  target0 = vec4(mean);
  target1 = vec4(inversesqrt(squares / features + epsilon));
}`,
}));

/** y = γ · (x − mean) · inverseDeviation + β */
export const normaliseRows = programs((lanes: Lanes) => ({
  name: 'normaliseRows',
  inputs: { x: lanes, scale: lanes, offset: lanes, mean: 1, inverseDeviation: 1 },
  targets: 1,
  uniforms: { groups: 'int' },
  source: `
void main() {
  int k = targetIndex();
  int row = k / groups;
  int group = k - row * groups;
  target0 = vec4((x(k) - mean(row)) * inverseDeviation(row) * scale(group) + offset(group));
}`,
}));

/** With g = dy · γ: dx = (g − mean(g) − x̂ · mean(g · x̂)) · inverseDeviation, a row at a time. */
export const rowGradient = programs((lanes: Lanes) => ({
  name: 'rowGradient',
  inputs: { dy: lanes, x: lanes, scale: lanes, mean: 1, inverseDeviation: 1 },
  targets: 1,
  uniforms: { groups: 'int' },
  source: `
void main() {
  int k = targetIndex();
  int row = k / groups;
  int first = row * groups;
  float centre = mean(row);
  float inverse = inverseDeviation(row);
  float sum = 0.0;
  float along = 0.0;
  for (int group = 0; group < groups; group++) {
    ${vector(lanes)} g = dy(first + group) * scale(group);
    sum += dot(g, ${vector(lanes)}(1.0));
    along += dot(g, (x(first + group) - centre) * inverse);
  }
  ${vector(lanes)} normalised = (x(k) - centre) * inverse;
  ${vector(lanes)} shared = (sum + normalised * along) / float(groups * ${lanes});
  target0 = vec4((dy(k) * scale(k - first) - shared) * inverse);
}`,
}));

/** Sums of dy (target0) and of dy · x̂ (target1) over `parts` of the rows. */
export const partialParameterSums = programs((lanes: Lanes) =>
  partialSums(
    lanes,
    {
      name: 'partialParameterSums',
      inputs: { dy: lanes, x: lanes, mean: 1, inverseDeviation: 1 },
    },
    {
      centre: `${vector(lanes)}(0.0)`,
      value: 'dy(at)',
      factor: '(x(at) - mean(pixel)) * inverseDeviation(pixel)',
    },
  ),
);

/** Adds up the parts: target0 is dOffset, target1 dScale. */
export const combineParameterSums = programs((lanes: Lanes) => ({
  name: 'combineParameterSums',
  inputs: { sums: lanes, products: lanes },
  targets: 2,
  uniforms: { groups: 'int', parts: 'int' },
  source: `
void main() {
  int group = targetIndex();
  vec4 sum = vec4(0.0);
  vec4 product = vec4(0.0);
  for (int part = 0; part < parts; part++) {
    sum += vec4(sums(part * groups + group));
    product += vec4(products(part * groups + group));
  }
  target0 = sum;
  target1 = product;
}`,
}));
