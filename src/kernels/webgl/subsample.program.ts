import { programs, type ProgramSpec } from './program.ts';
import type { Lanes } from './texels.ts';

/** Of the full maps and of the halved, in groups of channels. */
const sizes: ProgramSpec['uniforms'] = {
  ...{ height: 'int', width: 'int', groups: 'int' },
  ...{ outHeight: 'int', outWidth: 'int', outGroups: 'int' },
};

/** A group of channels that x has is copied from every second pixel; one that it hasn't is zero. */
export const keepEverySecond = programs((lanes: Lanes) => ({
  name: 'keepEverySecond',
  inputs: { x: lanes },
  targets: 1,
  uniforms: sizes,
  source: `
void main() {
  int k = targetIndex();
  int pixel = k / outGroups;
  int group = k - pixel * outGroups;
  int line = pixel / outWidth;
  int n = line / outHeight;
  int from = (n * height + 2 * (line - n * outHeight)) * width + 2 * (pixel - line * outWidth);
  target0 = group < groups ? vec4(x(from * groups + group)) : vec4(0.0);
}`,
}));

/** Every second pixel of dx gets its value of dy, the others and the channels that dx lacks none. */
export const spreadEverySecond = programs((lanes: Lanes) => ({
  name: 'spreadEverySecond',
  inputs: { dy: lanes },
  targets: 1,
  uniforms: sizes,
  source: `
void main() {
  int k = targetIndex();
  int pixel = k / groups;
  int line = pixel / width;
  int n = line / height;
  int x = pixel - line * width;
  int y = line - n * height;
  int from = (n * outHeight + y / 2) * outWidth + x / 2;
  target0 = (x & 1) + (y & 1) == 0 ? vec4(dy(from * outGroups + k - pixel * groups)) : vec4(0.0);
}`,
}));
