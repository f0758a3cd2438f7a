import { rectified, vector } from '../webgl/glsl.ts';
import { programs } from '../webgl/programs.ts';
import type { Lanes } from '../webgl/texels.ts';

/** y = max(0, scale · (x − mean) / √(variance + ε) + offset + addend): the maximum and addend if chosen. */
export const applyBatchNorm = programs((lanes: Lanes, relu: boolean, add: boolean) => ({
  name: 'applyBatchNorm',
  inputs: {
    ...{ x: lanes, mean: lanes, variance: lanes, scale: lanes, offset: lanes },
    ...(add && { addend: lanes }),
  },
  targets: 1,
  uniforms: { groups: 'int', epsilon: 'float' },
  source: `
void main() {
  int k = targetIndex();
  int group = k % groups;
  ${vector(lanes)} factor = scale(group) * inversesqrt(variance(group) + epsilon);
  vec4 y = vec4((x(k) - mean(group)) * factor + offset(group)${add ? ' + addend(k)' : ''});
  target0 = ${relu ? rectified('y') : 'y'};
}`,
}));
