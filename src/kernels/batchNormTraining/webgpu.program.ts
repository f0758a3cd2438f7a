import { addRows, locateRows } from '../webgpu/columns.ts';
import { programs, type Element } from '../webgpu/programs.ts';
import { rectify } from '../webgpu/wgsl.ts';

/**
 * Of each part of the pixels: the mean, and the sum of squared distances from it, which lie behind the means.
 * Without a pivot, the part's first pixel, the squares of values far from zero would cancel and leave no digits
 * of the variance.
 */
export const partialStatistics = programs((element: Element, columns: number) => ({
  name: 'partialStatistics',
  inputs: { x: element },
  outputs: { statistics: element },
  uniforms: { groups: 'u32', pixels: 'u32', pixelsPerPart: 'u32' },
  declarations: addRows(element, columns, 2),
  body: `
  ${locateRows}
  var pivot = T(0);
  var sum = T(0);
  var squares = T(0);
  if (isGroup) {
    pivot = x[first * u.groups + group];
    for (var pixel = first + row; pixel < end; pixel += rows) {
      let value = x[pixel * u.groups + group] - pivot;
      sum += value;
      squares += value * value;
    }
  }
  let all = addRows(thread, sum, squares);
  if (isGroup && row == 0) {
    let mean = all.sum0 / f32(end - first);
    statistics[tile.x * u.groups + group] = pivot + mean;
    statistics[(tiles.x + tile.x) * u.groups + group] = all.sum1 - all.sum0 * mean;
  }`,
}));

/**
 * The parts' statistics become the whole's (Chan, Golub and LeVeque 1983) in every workgroup, which then
 * normalises a part; the first writes them down.
 */
export const normalise = programs(
  (element: Element, columns: number, relu: boolean, add: boolean) => ({
    name: 'normalise',
    inputs: {
      ...{ x: element, statistics: element, scale: element, offset: element },
      ...(add && { addend: element }),
    },
    outputs: { y: element, mean: element, variance: element },
    uniforms: {
      ...({ groups: 'u32', pixels: 'u32', pixelsPerPart: 'u32' } as const),
      ...({ parts: 'u32', pixelsOfStatistics: 'u32', epsilon: 'f32' } as const),
    },
    declarations: `${addRows(element, columns, 1)}
${rectify}
/** Pixels of a part of the statistics. */
fn countOf(part: u32) -> f32 {
  return f32(min(u.pixels, (part + 1) * u.pixelsOfStatistics) - part * u.pixelsOfStatistics);
}`,
    body: `
  ${locateRows}
  var sum = T(0);
  if (isGroup) {
    for (var part = row; part < u.parts; part += rows) {
      sum += statistics[part * u.groups + group] * countOf(part);
    }
  }
  let centre = addRows(thread, sum).sum0 / f32(u.pixels);
  var squares = T(0);
  if (isGroup) {
    for (var part = row; part < u.parts; part += rows) {
      let distance = statistics[part * u.groups + group] - centre;
      squares += statistics[(u.parts + part) * u.groups + group] + countOf(part) * distance * distance;
    }
  }
  let spread = addRows(thread, squares).sum0 / f32(u.pixels);
  if (isGroup) {
    if (tile.x == 0 && row == 0) {
      mean[group] = centre;
      variance[group] = spread;
    }
    let factor = scale[group] * inverseSqrt(spread + u.epsilon);
    let shift = offset[group];
    for (var pixel = first + row; pixel < end; pixel += rows) {
      let k = pixel * u.groups + group;
      let value = (x[k] - centre) * factor + shift${add ? ' + addend[k]' : ''};
      y[k] = ${relu ? 'rectify(value)' : 'value'};
    }
  }`,
  }),
);
