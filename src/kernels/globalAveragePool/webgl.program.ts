import { programs } from '../webgl/programs.ts';
import type { Lanes } from '../webgl/texels.ts';

/** The mean over a picture's pixels: a fragment is one picture and group of channels. */
export const averageMaps = programs((lanes: Lanes) => ({
  name: 'averageMaps',
  inputs: { x: lanes },
  targets: 1,
  uniforms: { groups: 'int', pixels: 'int' },
  source: `
void main() {
  int k = targetIndex();
  int n = k / groups;
  int at = n * pixels * groups + k - n * groups;
  vec4 sum = vec4(0.0);
  for (int pixel = 0; pixel < pixels; pixel++) {
    sum += x(at);
    at += groups;
  }
  target0 = sum / float(pixels);
}`,
}));

/** The gradient of a mean: each pixel gets its share of the picture's dy. */
export const spreadMeans = programs((lanes: Lanes) => ({
  name: 'spreadMeans',
  inputs: { dy: lanes },
  targets: 1,
  uniforms: { groups: 'int', pixels: 'int' },
  source: `
void main() {
  int k = targetIndex();
  int pixel = k / groups;
  target0 = vec4(dy(pixel / pixels * groups + k - pixel * groups)) / float(pixels);
}`,
}));
