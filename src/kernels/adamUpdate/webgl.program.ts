import { programs } from '../webgl/programs.ts';
import { writeStep, type ParameterStep } from '../webgl/updateParameters.ts';

/** Writes a parameter's new weight, and the new means of its gradient and of that squared. */
export const step: ParameterStep = {
  inputs: ['weight', 'mean', 'square', 'gradient'],
  targets: 3,
  uniforms: {
    ...{ rate: 'float', deviation: 'float' },
    ...{ beta1: 'float', beta2: 'float', epsilon: 'float' },
  },
  source: (i, first) => `vec4 g${i} = vec4(gradient${i}(k));
  vec4 m${i} = beta1 * vec4(mean${i}(k)) + (1.0 - beta1) * g${i};
  vec4 v${i} = beta2 * vec4(square${i}(k)) + (1.0 - beta2) * g${i} * g${i};
  target${first} = vec4(weight${i}(k)) - rate * m${i} / (sqrt(v${i}) / deviation + epsilon);
  target${first + 1} = m${i};
  target${first + 2} = v${i};`,
};

export const stepParameters = programs(writeStep.bind(null, 'stepAdam', step));
