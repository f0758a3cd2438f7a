import { forEachElement } from '../webgpu/elementwise.ts';
import { programs, type Element } from '../webgpu/programs.ts';

/** Both running statistics of a layer. */
export const moveRunningStatistics = programs((element: Element) => ({
  name: 'moveRunningStatistics',
  inputs: { mean: element, variance: element },
  outputs: { runningMean: element, runningVariance: element },
  uniforms: { count: 'u32', momentum: 'f32', correction: 'f32' },
  body: forEachElement(
    'u.count',
    `runningMean[k] = (1 - u.momentum) * runningMean[k] + u.momentum * mean[k];
    runningVariance[k] =
      (1 - u.momentum) * runningVariance[k] + u.momentum * u.correction * variance[k];`,
  ),
}));
