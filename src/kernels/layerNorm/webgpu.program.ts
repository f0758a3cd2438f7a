import { addColumns } from '../webgpu/columns.ts';
import { programs, type Element } from '../webgpu/programs.ts';
import { lanesOf } from '../webgpu/tensors.ts';

/** Every workgroup takes as many rows of x at a time as its threads have rows; all of them come by the barriers. */
const forEachRow = (body: string) => `
  for (var first = tile.x * rows; first < u.count; first += tiles.x * rows) {
    let row = first + thread / columns;
    let isRow = row < u.count;
    let start = row * u.groups;
    ${body}
  }`;

/** `centre` and `inverse` of a row: its mean, and 1 / √(its biased variance + ε). */
const statistics = (element: Element) => `
    var sum = T(0);
    for (var group = thread % columns; isRow && group < u.groups; group += columns) {
      sum += x[start + group];
    }
    let features = f32(u.groups * ${lanesOf(element)});
    let centre = addColumns(thread, sum) / features;
    var squares = T(0);
    for (var group = thread % columns; isRow && group < u.groups; group += columns) {
      let distance = x[start + group] - centre;
      squares += distance * distance;
    }
    let inverse = inverseSqrt(addColumns(thread, squares) / features + u.epsilon);`;

const uniforms = { count: 'u32', groups: 'u32', epsilon: 'f32' } as const;

/** y = γ · (x − mean) · 1/σ + β */
export const normaliseRows = programs((element: Element, columns: number) => ({
  name: 'normaliseRows',
  inputs: { x: element, scale: element, offset: element },
  outputs: { y: element },
  uniforms,
  declarations: addColumns(element, columns),
  body: forEachRow(`
    ${statistics(element)}
    for (var group = thread % columns; isRow && group < u.groups; group += columns) {
      y[start + group] = (x[start + group] - centre) * inverse * scale[group] + offset[group];
    }`),
}));

/** With g = dy · γ: dx = (g − mean(g) − x̂ · mean(g · x̂)) / σ; and dy · x̂, of which dScale is the sum. */
export const rowGradient = programs((element: Element, columns: number) => ({
  name: 'rowGradient',
  inputs: { dy: element, x: element, scale: element },
  outputs: { dx: element, products: element },
  uniforms,
  declarations: addColumns(element, columns),
  body: forEachRow(`
    ${statistics(element)}
    var slopes = T(0);
    var alongs = T(0);
    for (var group = thread % columns; isRow && group < u.groups; group += columns) {
      let k = start + group;
      let product = dy[k] * (x[k] - centre) * inverse;
      products[k] = product;
      slopes += dy[k] * scale[group];
      alongs += product * scale[group];
    }
    let slope = addColumns(thread, slopes) / features;
    let along = addColumns(thread, alongs) / features;
    for (var group = thread % columns; isRow && group < u.groups; group += columns) {
      let k = start + group;
      let normalised = (x[k] - centre) * inverse;
      dx[k] = (dy[k] * scale[group] - slope - normalised * along) * inverse;
    }`),
}));
