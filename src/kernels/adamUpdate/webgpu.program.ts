import { programs } from '../webgpu/programs.ts';
import { writeStep, type ParameterStep } from '../webgpu/updateParameters.ts';

/** Updates a parameter's weight, and the means of its gradient and of that squared. */
export const step: ParameterStep = {
  updated: ['weight', 'mean', 'square'],
  uniforms: { rate: 'f32', deviation: 'f32', beta1: 'f32', beta2: 'f32', epsilon: 'f32' },
  source: (i) => `let g = gradient${i}[k];
    let m = u.beta1 * mean${i}[k] + (1 - u.beta1) * g;
    let v = u.beta2 * square${i}[k] + (1 - u.beta2) * g * g;
    weight${i}[k] -= u.rate * m / (sqrt(v) / u.deviation + u.epsilon);
    mean${i}[k] = m;
    square${i}[k] = v;`,
};

export const stepParameters = programs(writeStep.bind(null, 'stepAdam', step));
