import { lines } from '../webgl/glsl.ts';
import { programs } from '../webgl/programs.ts';
import type { Lanes } from '../webgl/texels.ts';

/** One step of as many parameters of one size as targets allow: target 2i is weight i, target 2i + 1 its velocity. */
export const stepParameters = programs((lanes: Lanes, parameters: number) => ({
  name: 'stepParameters',
  inputs: Object.fromEntries(
    Array.from({ length: parameters }, (_, i) =>
      ['weight', 'velocity', 'gradient'].map((name) => [`${name}${i}`, lanes]),
    ).flat(),
  ),
  targets: 2 * parameters,
  uniforms: { learningRate: 'float', momentum: 'float', weightDecay: 'float' },
  source: `
void main() {
  int k = targetIndex();
  ${lines(
    parameters,
    (i) => `vec4 w${i} = vec4(weight${i}(k));
  vec4 v${i} = momentum * vec4(velocity${i}(k)) + (vec4(gradient${i}(k)) + weightDecay * w${i});
  target${2 * i} = w${i} - learningRate * v${i};
  target${2 * i + 1} = v${i};`,
  )}
}`,
}));
