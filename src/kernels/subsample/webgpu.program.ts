import { forEachElement } from '../webgpu/elementwise.ts';
import { programs, type Element, type ProgramSpec } from '../webgpu/programs.ts';
import { elementTypes } from '../webgpu/wgsl.ts';

/** Of the full maps and of the halved, in groups of channels. */
const sizes: ProgramSpec['uniforms'] = {
  count: 'u32',
  height: 'u32',
  width: 'u32',
  groups: 'u32',
  outHeight: 'u32',
  outWidth: 'u32',
  outGroups: 'u32',
};

/** Where element k of maps lies whose sizes are uniforms of these names. */
const locate = (height: string, width: string, groups: string) => `
    let group = k % u.${groups};
    let pixel = k / u.${groups};
    let column = pixel % u.${width};
    let row = pixel / u.${width} % u.${height};
    let n = pixel / u.${width} / u.${height};`;

/** A group of channels that x has is copied from every second pixel; one that it hasn't is zero. */
export const keepEverySecond = programs((element: Element) => ({
  name: 'keepEverySecond',
  inputs: { x: element },
  outputs: { y: element },
  uniforms: sizes,
  declarations: elementTypes(element),
  body: forEachElement(
    'u.count',
    `${locate('outHeight', 'outWidth', 'outGroups')}
    var value = T(0);
    if (group < u.groups) {
      value = x[((n * u.height + 2 * row) * u.width + 2 * column) * u.groups + group];
    }
    y[k] = value;`,
  ),
}));

/** Every second pixel of dx gets its value of dy, the others and the channels that dx lacks none. */
export const spreadEverySecond = programs((element: Element) => ({
  name: 'spreadEverySecond',
  inputs: { dy: element },
  outputs: { dx: element },
  uniforms: sizes,
  declarations: elementTypes(element),
  body: forEachElement(
    'u.count',
    `${locate('height', 'width', 'groups')}
    var value = T(0);
    if (row % 2 + column % 2 == 0) {
      value = dy[((n * u.outHeight + row / 2) * u.outWidth + column / 2) * u.outGroups + group];
    }
    dx[k] = value;`,
  ),
}));
