import { addRows, locateRows } from '../webgpu/columns.ts';
import { programs, type Element } from '../webgpu/programs.ts';

/** The gradient behind the ReLU: dy where y > 0. */
const slope = (relu: boolean) => (relu ? 'select(T(0), dy[k], y[k] > T(0))' : 'dy[k]');

/**
 * Sums of g and of g · x̂ over the pixels of a part, where g is dy behind the ReLU and x̂ = (x − mean)/σ. Behind
 * the parts' sums come three rows that the next program needs, or it would read more tensors than every
 * device allows: scale/σ, mean and 1/σ. It writes g down if that is asked for.
 */
export const partialGradientSums = programs(
  (element: Element, columns: number, relu: boolean, keep: boolean) => ({
    name: 'partialGradientSums',
    inputs: {
      ...{ dy: element, x: element, scale: element, mean: element, variance: element },
      ...(relu && { y: element }),
    },
    outputs: { sums: element, ...(keep && { g: element }) },
    uniforms: { groups: 'u32', pixels: 'u32', pixelsPerPart: 'u32', epsilon: 'f32' },
    declarations: addRows(element, columns, 2),
    body: `
  ${locateRows}
  var sum = T(0);
  var along = T(0);
  var inverse = T(0);
  if (isGroup) {
    let centre = mean[group];
    inverse = inverseSqrt(variance[group] + u.epsilon);
    for (var pixel = first + row; pixel < end; pixel += rows) {
      let k = pixel * u.groups + group;
      let value = ${slope(relu)};
      sum += value;
      along += value * (x[k] - centre);
      ${keep ? 'g[k] = value;' : ''}
    }
  }
  let all = addRows(thread, sum, along);
  if (isGroup && row == 0) {
    sums[tile.x * u.groups + group] = all.sum0;
    sums[(tiles.x + tile.x) * u.groups + group] = all.sum1 * inverse;
    if (tile.x == 0) {
      sums[2 * tiles.x * u.groups + group] = scale[group] * inverse;
      sums[(2 * tiles.x + 1) * u.groups + group] = mean[group];
      sums[(2 * tiles.x + 2) * u.groups + group] = inverse;
    }
  }`,
  }),
);

/** dx = scale/σ · (g − (dOffset + x̂ · dScale) / pixels). The first workgroup writes dScale and dOffset down. */
export const applyGradient = programs((element: Element, columns: number, relu: boolean) => ({
  name: 'applyGradient',
  inputs: { dy: element, x: element, sums: element, ...(relu && { y: element }) },
  outputs: { dx: element, dScale: element, dOffset: element },
  uniforms: { groups: 'u32', pixels: 'u32', pixelsPerPart: 'u32', parts: 'u32' },
  declarations: addRows(element, columns, 2),
  body: `
  ${locateRows}
  var sum = T(0);
  var along = T(0);
  if (isGroup) {
    for (var part = row; part < u.parts; part += rows) {
      sum += sums[part * u.groups + group];
      along += sums[(u.parts + part) * u.groups + group];
    }
  }
  let all = addRows(thread, sum, along);
  if (isGroup) {
    if (tile.x == 0 && row == 0) {
      dOffset[group] = all.sum0;
      dScale[group] = all.sum1;
    }
    let factor = sums[2 * u.parts * u.groups + group];
    let centre = sums[(2 * u.parts + 1) * u.groups + group];
    let inverse = sums[(2 * u.parts + 2) * u.groups + group];
    for (var pixel = first + row; pixel < end; pixel += rows) {
      let k = pixel * u.groups + group;
      let taken = (all.sum0 + (x[k] - centre) * inverse * all.sum1) / f32(u.pixels);
      dx[k] = factor * (${slope(relu)} - taken);
    }
  }`,
}));
