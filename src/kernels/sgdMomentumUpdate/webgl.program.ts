import { programs } from '../webgl/programs.ts';
import { writeStep, type ParameterStep } from '../webgl/updateParameters.ts';

/** Writes a parameter's new weight and velocity. */
export const step: ParameterStep = {
  inputs: ['weight', 'velocity', 'gradient'],
  targets: 2,
  uniforms: { learningRate: 'float', momentum: 'float', weightDecay: 'float' },
  source: (i, first) => `vec4 w${i} = vec4(weight${i}(k));
  vec4 v${i} = momentum * vec4(velocity${i}(k)) + (vec4(gradient${i}(k)) + weightDecay * w${i});
  target${first} = w${i} - learningRate * v${i};
  target${first + 1} = v${i};`,
};

export const stepParameters = programs(writeStep.bind(null, 'stepParameters', step));
