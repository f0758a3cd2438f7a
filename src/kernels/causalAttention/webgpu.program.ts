import { acrossColumns, forEachRow } from '../webgpu/columns.ts';
import { forEachElement } from '../webgpu/elementwise.ts';
import { programs, type Element } from '../webgpu/programs.ts';
import { elementTypes, sumOfLanes } from '../webgpu/wgsl.ts';

/** Elements of a token's queries (all heads'), and of one head's. */
const sizes = {
  count: 'u32',
  heads: 'u32',
  tokens: 'u32',
  groups: 'u32',
  headGroups: 'u32',
} as const;

/** A row of the pattern [batch, heads, from, to], whose tokens the threads of its columns share out. */
const locateRow = `let start = row * u.tokens;
    let looker = row % u.tokens;
    let batch = row / u.tokens / u.heads;
    let head = row / u.tokens % u.heads;`;

/** Over the tokens that the row's own looks at, or all, which a thread is to see. */
const forEachSeen = (body: string, end = 'looker + 1') =>
  `for (var seen = thread % columns; isRow && seen < ${end}; seen += columns) { ${body} }`;

/** The product of a head's features at two places. */
const product = (element: Element, left: string, right: string) => `
      var sum = T(0);
      for (var group = 0u; group < u.headGroups; group++) { sum += ${left} * ${right}; }
      let weight = ${sumOfLanes(element, 'sum')};`;

const declarations = (element: Element, columns: number) =>
  elementTypes(element) + acrossColumns(columns);

/** The first element of a head in a token's queries (0), keys (1) or values (2). */
const part = (token: string, which: number) =>
  `((batch * u.tokens + ${token}) * 3 + ${which}) * u.groups + head * u.headGroups`;

/** softmax(q · k / √size) of each token, over itself and those before it. */
export const attentionPattern = programs((element: Element, columns: number) => ({
  name: 'attentionPattern',
  inputs: { qkv: element },
  outputs: { pattern: 'f32' },
  uniforms: { ...sizes, scale: 'f32' },
  declarations: declarations(element, columns),
  body: forEachRow(`
    ${locateRow}
    let query = ${part('looker', 0)};
    var top = -3e38f;
    ${forEachSeen(`
      let key = ${part('seen', 1)};
      ${product(element, 'qkv[query + group]', 'qkv[key + group]')}
      pattern[start + seen] = weight * u.scale;
      top = max(top, weight * u.scale);`)}
    let largest = largestOfColumns(thread, top);
    var exponentials = 0f;
    ${forEachSeen(`
      pattern[start + seen] = exp(pattern[start + seen] - largest);
      exponentials += pattern[start + seen];`)}
    let total = addColumns(thread, exponentials);
    ${forEachSeen('pattern[start + seen] = select(0f, pattern[start + seen] / total, seen <= looker);', 'u.tokens')}`),
}));

/** y of a token: the values of those that it looks at, under the pattern's weights. */
export const mixValues = programs((element: Element) => ({
  name: 'mixValues',
  inputs: { qkv: element, pattern: 'f32' },
  outputs: { y: element },
  uniforms: sizes,
  declarations: elementTypes(element),
  body: forEachElement(
    'u.count',
    `let group = k % u.groups;
    let line = k / u.groups;
    let batch = line / u.tokens;
    let looker = line % u.tokens;
    let first = ((batch * u.heads + group / u.headGroups) * u.tokens + looker) * u.tokens;
    var sum = T(0);
    for (var seen = 0u; seen <= looker; seen++) {
      sum += pattern[first + seen] * qkv[((batch * u.tokens + seen) * 3 + 2) * u.groups + group];
    }
    y[k] = sum;`,
  ),
}));

/** The gradient of the scores, through the softmax and the scale, from what dy says of each weight: dy · v. */
export const scoreSlopes = programs((element: Element, columns: number) => ({
  name: 'scoreSlopes',
  inputs: { dy: element, qkv: element, pattern: 'f32' },
  outputs: { scores: 'f32' },
  uniforms: { ...sizes, scale: 'f32' },
  declarations: declarations(element, columns),
  body: forEachRow(`
    ${locateRow}
    let slope = (batch * u.tokens + looker) * u.groups + head * u.headGroups;
    var weighted = 0f;
    ${forEachSeen(`
      let value = ${part('seen', 2)};
      ${product(element, 'dy[slope + group]', 'qkv[value + group]')}
      scores[start + seen] = weight;
      weighted += pattern[start + seen] * weight;`)}
    let mean = addColumns(thread, weighted);
    ${forEachSeen('scores[start + seen] = u.scale * pattern[start + seen] * (scores[start + seen] - mean);')}`),
}));

/**
 * The gradient of queries, keys and values. A query's comes from the keys that it looked at, a key's from the
 * queries that looked at it, a value's from dy of those.
 */
export const attentionGradient = programs((element: Element) => ({
  name: 'attentionGradient',
  inputs: { dy: element, qkv: element, pattern: 'f32', scores: 'f32' },
  outputs: { dQkv: element },
  uniforms: sizes,
  declarations: elementTypes(element),
  body: forEachElement(
    'u.count',
    `let group = k % u.groups;
    let which = k / u.groups % 3;
    let line = k / u.groups / 3;
    let batch = line / u.tokens;
    let token = line % u.tokens;
    let first = (batch * u.heads + group / u.headGroups) * u.tokens;
    var sum = T(0);
    if (which == 0) {
      for (var seen = 0u; seen <= token; seen++) {
        sum += scores[(first + token) * u.tokens + seen] * qkv[((batch * u.tokens + seen) * 3 + 1) * u.groups + group];
      }
    } else {
      for (var looker = token; looker < u.tokens; looker++) {
        let weight = (first + looker) * u.tokens + token;
        let place = batch * u.tokens + looker;
        if (which == 1) { sum += scores[weight] * qkv[place * 3 * u.groups + group]; }
        else { sum += pattern[weight] * dy[place * u.groups + group]; }
      }
    }
    dQkv[k] = sum;`,
  ),
}));
