import { vector } from '../webgl/glsl.ts';
import { partialSums } from '../webgl/parts.ts';
import { programs } from '../webgl/programs.ts';
import type { Lanes } from '../webgl/texels.ts';

/** The gradient behind the ReLU: dy where y > 0. */
const slope = (lanes: Lanes, relu: boolean, at: string) => {
  if (!relu) return `dy(${at})`;
  return lanes === 4
    ? `mix(vec4(0.0), dy(${at}), greaterThan(y(${at}), vec4(0.0)))`
    : `(y(${at}) > 0.0 ? dy(${at}) : 0.0)`;
};

/** Sums of g (target0) and g · (x − mean) (target1) over `parts` of the pixels, where g is dy behind the ReLU. */
export const partialGradientSums = programs((lanes: Lanes, relu: boolean) =>
  partialSums(
    lanes,
    {
      name: 'partialGradientSums',
      inputs: { dy: lanes, x: lanes, mean: lanes, ...(relu && { y: lanes }) },
    },
    { centre: 'mean(group)', value: slope(lanes, relu, 'at'), factor: 'x(at) - centre' },
  ),
);

/** Adds up the parts: target0 is dOffset, target1 dScale. */
export const combineGradientSums = programs((lanes: Lanes) => ({
  name: 'combineGradientSums',
  inputs: { sums: lanes, products: lanes, variance: lanes },
  targets: 2,
  uniforms: { groups: 'int', parts: 'int', epsilon: 'float' },
  source: `
void main() {
  int group = targetIndex();
  ${vector(lanes)} sum = variance(group) * 0.0;
  ${vector(lanes)} product = sum;
  for (int part = 0; part < parts; part++) {
    sum += sums(part * groups + group);
    product += products(part * groups + group);
  }
  target0 = vec4(sum);
  target1 = vec4(product * inversesqrt(variance(group) + epsilon));
}`,
}));

/** dx = scale/σ · (g − (dOffset + x̂ · dScale) / pixels), x̂ = (x − mean)/σ; target1, if chosen, is g. */
export const applyGradient = programs((lanes: Lanes, relu: boolean, add: boolean) => ({
  name: 'applyGradient',
  inputs: {
    ...{ dy: lanes, x: lanes, scale: lanes, mean: lanes, variance: lanes },
    ...{ dScale: lanes, dOffset: lanes },
    ...(relu && { y: lanes }),
  },
  targets: add ? 2 : 1,
  uniforms: { groups: 'int', pixels: 'int', epsilon: 'float' },
  source: `
void main() {
  int k = targetIndex();
  int group = k % groups;
  ${vector(lanes)} inverse = inversesqrt(variance(group) + epsilon);
  ${vector(lanes)} g = ${slope(lanes, relu, 'k')};
  ${vector(lanes)} normalised = (x(k) - mean(group)) * inverse;
  ${vector(lanes)} shared = (dOffset(group) + normalised * dScale(group)) / float(pixels);
  target0 = vec4(scale(group) * inverse * (g - shared));
  ${add ? 'target1 = vec4(g);' : ''}
}`,
}));
