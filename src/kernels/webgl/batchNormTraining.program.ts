import { programs, vector } from './program.ts';
import type { Lanes } from './texels.ts';

/**
 * Sums over `parts` of the pixels, one fragment a part and group of channels: target0 of x − pivot, target1
 * of its square, where the pivot is the part's first pixel. Without a pivot the squares of values far from
 * zero would cancel and leave no digits of the variance.
 */
export const partialStatistics = programs((lanes: Lanes) => ({
  name: 'partialStatistics',
  inputs: { x: lanes },
  targets: 2,
  uniforms: { groups: 'int', pixels: 'int', pixelsPerPart: 'int' },
  source: `
void main() {
  int k = targetIndex();
  int part = k / groups;
  int first = part * pixelsPerPart;
  int at = first * groups + k - part * groups;
  ${vector(lanes)} pivot = x(at);
  ${vector(lanes)} sum = pivot * 0.0;
  ${vector(lanes)} squares = sum;
  int end = min(pixels, first + pixelsPerPart);
  for (int pixel = first; pixel < end; pixel++) {
    ${vector(lanes)} centred = x(at) - pivot;
    sum += centred;
    squares += centred * centred;
    at += groups;
  }
  target0 = vec4(sum);
  target1 = vec4(squares);
}`,
}));

/** The parts' means and variances become the whole's (Chan, Golub and LeVeque 1983): target0 mean, target1 variance. */
export const combineStatistics = programs((lanes: Lanes) => ({
  name: 'combineStatistics',
  inputs: { x: lanes, sums: lanes, squares: lanes },
  targets: 2,
  uniforms: { groups: 'int', pixels: 'int', pixelsPerPart: 'int', parts: 'int' },
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
  target0 = vec4(mean);
  target1 = vec4(spread / float(pixels));
}`,
}));

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
  ${
    // max(y, 0) may turn NaN into 0 and hide it.
    relu ? 'target0 = mix(y, vec4(0.0), lessThan(y, vec4(0.0)));' : 'target0 = y;'
  }
}`,
}));
