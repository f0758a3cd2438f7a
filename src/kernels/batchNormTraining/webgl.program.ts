import { vector } from '../webgl/glsl.ts';
import { partialSums } from '../webgl/parts.ts';
import { programs } from '../webgl/programs.ts';
import type { Lanes } from '../webgl/texels.ts';

/**
 * Sums over `parts` of the pixels: target0 of x − pivot, target1 of its square, where the pivot is the
 * part's first pixel. Without a pivot the squares of values far from zero would cancel and leave no digits
 * of the variance.
 */
export const partialStatistics = programs((lanes: Lanes) =>
  partialSums(
    lanes,
    { name: 'partialStatistics', inputs: { x: lanes } },
    { centre: 'x(at)', value: 'x(at) - centre', factor: 'value' },
  ),
);

/**
 * The parts' means and variances become the whole's (Chan, Golub and LeVeque 1983): target0 mean, target1
 * variance. If chosen, the running ones move towards them: target2 mean, target3 variance.
 */
export const combineStatistics = programs((lanes: Lanes, moves: boolean) => ({
  name: 'combineStatistics',
  inputs: {
    ...{ x: lanes, sums: lanes, squares: lanes },
    ...(moves && { runningMean: lanes, runningVariance: lanes }),
  },
  targets: moves ? 4 : 2,
  uniforms: {
    ...{ groups: 'int', pixels: 'int', pixelsPerPart: 'int', parts: 'int' },
    ...(moves && ({ momentum: 'float', correction: 'float' } as const)),
  },
  source: `
void main() {
  int group = targetIndex();
  ${vector(lanes)} total = x(group) * 0.0;
  for (int part = 0; part < parts; part++) {
    int first = part * pixelsPerPart;
    float count = float(min(pixels, first + pixelsPerPart) - first);
    total += x(first * groups + group) * count + sums(part * groups + group);
  }
  ${vector(lanes)} mean = total / float(pixels);
  ${vector(lanes)} spread = mean * 0.0;
  for (int part = 0; part < parts; part++) {
    int first = part * pixelsPerPart;
    float count = float(min(pixels, first + pixelsPerPart) - first);
    ${vector(lanes)} sum = sums(part * groups + group);
    ${vector(lanes)} offset = x(first * groups + group) + sum / count - mean;
    spread += squares(part * groups + group) - sum * sum / count + count * offset * offset;
  }
  ${vector(lanes)} variance = spread / float(pixels);
  target0 = vec4(mean);
  target1 = vec4(variance);
  ${moves ? moveRunningStatistics : ''}
}`,
}));

const moveRunningStatistics = `
  target2 = vec4((1.0 - momentum) * runningMean(group) + momentum * mean);
  target3 = vec4((1.0 - momentum) * runningVariance(group) + momentum * correction * variance);`;
