import { locateTarget } from '../webgl/glsl.ts';
import { programs, type ProgramSpec } from '../webgl/programs.ts';
import type { Lanes } from '../webgl/texels.ts';

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
  ${locateTarget('outHeight', 'outWidth', 'outGroups')}
  int from = (n * height + 2 * row) * width + 2 * column;
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
  ${locateTarget('height', 'width', 'groups')}
  int from = (n * outHeight + row / 2) * outWidth + column / 2;
  target0 = (row & 1) + (column & 1) == 0 ? vec4(dy(from * outGroups + group)) : vec4(0.0);
}`,
}));
