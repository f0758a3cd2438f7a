import { addRows } from '../webgpu/columns.ts';
import { forEachElement } from '../webgpu/elementwise.ts';
import { programs, type Element } from '../webgpu/programs.ts';

/** The mean over a picture's pixels: a workgroup takes a picture at a time. */
export const averageMaps = programs((element: Element, columns: number) => ({
  name: 'averageMaps',
  inputs: { x: element },
  outputs: { y: element },
  uniforms: { pictures: 'u32', pixels: 'u32', groups: 'u32' },
  declarations: addRows(element, columns, 1),
  body: `
  let group = tile.y * columns + thread % columns;
  for (var n = tile.x; n < u.pictures; n += tiles.x) {
    var sum = T(0);
    if (group < u.groups) {
      for (var pixel = thread / columns; pixel < u.pixels; pixel += rows) {
        sum += x[(n * u.pixels + pixel) * u.groups + group];
      }
    }
    let total = addRows(thread, sum).sum0;
    if (thread < columns && group < u.groups) { y[n * u.groups + group] = total / f32(u.pixels); }
  }`,
}));

/** The gradient of a mean: each pixel gets its share of the picture's dy. */
export const spreadMeans = programs((element: Element) => ({
  name: 'spreadMeans',
  inputs: { dy: element },
  outputs: { dx: element },
  uniforms: { count: 'u32', pixels: 'u32', groups: 'u32' },
  body: forEachElement(
    'u.count',
    'dx[k] = dy[k / (u.pixels * u.groups) * u.groups + k % u.groups] / f32(u.pixels);',
  ),
}));
