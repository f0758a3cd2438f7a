import { programs } from '../webgl/programs.ts';
import type { Lanes } from '../webgl/texels.ts';

/** Both running statistics of a layer: target0 the mean, target1 the variance. */
export const moveRunningStatistics = programs((lanes: Lanes) => ({
  name: 'moveRunningStatistics',
  inputs: { runningMean: lanes, runningVariance: lanes, mean: lanes, variance: lanes },
  targets: 2,
  uniforms: { momentum: 'float', correction: 'float' },
  source: `
void main() {
  int k = targetIndex();
  target0 = vec4((1.0 - momentum) * runningMean(k) + momentum * mean(k));
  target1 = vec4((1.0 - momentum) * runningVariance(k) + momentum * correction * variance(k));
}`,
}));
