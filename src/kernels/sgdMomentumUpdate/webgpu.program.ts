import { programs } from '../webgpu/programs.ts';
import { writeStep, type ParameterStep } from '../webgpu/updateParameters.ts';

/** Updates a parameter's weight and velocity. */
export const step: ParameterStep = {
  updated: ['weight', 'velocity'],
  uniforms: { learningRate: 'f32', momentum: 'f32', weightDecay: 'f32' },
  source: (i) => `let w = weight${i}[k];
    let v = u.momentum * velocity${i}[k] + (gradient${i}[k] + u.weightDecay * w);
    weight${i}[k] = w - u.learningRate * v;
    velocity${i}[k] = v;`,
};

export const stepParameters = programs(writeStep.bind(null, 'stepParameters', step));
