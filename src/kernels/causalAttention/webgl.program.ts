import { vector } from '../webgl/glsl.ts';
import { programs } from '../webgl/programs.ts';
import type { Lanes } from '../webgl/texels.ts';

/** Texels of a token's queries (all heads'), and of one head's. */
const sizes = { heads: 'int', tokens: 'int', groups: 'int', headGroups: 'int' } as const;

/** A pair of tokens of a head: `from` looks at `to`, as the target's texel [batch, heads, from, to] says. */
const locatePair = `int k = targetIndex();
  int to = k % tokens;
  int row = k / tokens;
  int from = row % tokens;
  int batchHead = row / tokens;
  int batch = batchHead / heads;
  int head = batchHead - batch * heads;
  if (to > from) {
    target0 = vec4(0.0);
    return;
  }`;

/** The first texel of a head in a token's queries (0), keys (1) or values (2). */
const part = (token: string, which: number) =>
  `((batch * tokens + ${token}) * 3 + ${which}) * groups + head * headGroups`;

/** The product of two rows of a head, from the texels `left` and `right`, into target0. */
const product = (lanes: Lanes, left: string, right: string, scale: string) => `
  ${vector(lanes)} sum = ${vector(lanes)}(0.0);
  for (int group = 0; group < headGroups; group++) sum += ${left} * ${right};
  target0 = vec4(dot(sum, ${vector(lanes)}(1.0)) * ${scale});`;

/** q · k / √size of each pair of tokens. */
export const attentionScores = programs((lanes: Lanes) => ({
  name: 'attentionScores',
  inputs: { qkv: lanes },
  targets: 1,
  uniforms: { ...sizes, scale: 'float' },
  source: `
void main() {
  ${locatePair}
  int query = ${part('from', 0)};
  int key = ${part('to', 1)};
  ${product(lanes, 'qkv(query + group)', 'qkv(key + group)', 'scale')}
}`,
}));

/** The softmax of each row of scores up to its diagonal. */
export const causalSoftmax = programs(() => ({
  name: 'causalSoftmax',
  inputs: { scores: 1 },
  targets: 1,
  uniforms: { tokens: 'int' },
  source: `
void main() {
  int k = targetIndex();
  int row = k / tokens;
  int to = k - row * tokens;
  int from = row % tokens;
  if (to > from) {
    target0 = vec4(0.0);
    return;
  }
  int first = row * tokens;
  float top = scores(first);
  for (int s = 1; s <= from; s++) top = max(top, scores(first + s));
  float sum = 0.0;
  for (int s = 0; s <= from; s++) sum += exp(scores(first + s) - top);
  target0 = vec4(exp(scores(k) - top) / sum);
}`,
}));

/** y of a token: the values of those that it looks at, under the pattern's weights. */
export const mixValues = programs((lanes: Lanes) => ({
  name: 'mixValues',
  inputs: { qkv: lanes, pattern: 1 },
  targets: 1,
  uniforms: sizes,
  source: `
void main() {
  int k = targetIndex();
  int line = k / groups;
  int group = k - line * groups;
  int batch = line / tokens;
  int from = line - batch * tokens;
  int first = ((batch * heads + group / headGroups) * tokens + from) * tokens;
  vec4 sum = vec4(0.0);
  for (int to = 0; to <= from; to++)
    sum += pattern(first + to) * qkv(((batch * tokens + to) * 3 + 2) * groups + group);
  target0 = sum;
}`,
}));

/** What dy says of each weight of the pattern: dy · v. */
export const weightSlopes = programs((lanes: Lanes) => ({
  name: 'weightSlopes',
  inputs: { dy: lanes, qkv: lanes },
  targets: 1,
  uniforms: sizes,
  source: `
void main() {
  ${locatePair}
  int slope = (batch * tokens + from) * groups + head * headGroups;
  int value = ${part('to', 2)};
  ${product(lanes, 'dy(slope + group)', 'qkv(value + group)', '1.0')}
}`,
}));

/** The softmax's gradient, and the scale's: of a score, from the slopes of its row's weights. */
export const scoreSlopes = programs(() => ({
  name: 'scoreSlopes',
  inputs: { slopes: 1, pattern: 1 },
  targets: 1,
  uniforms: { tokens: 'int', scale: 'float' },
  source: `
void main() {
  int k = targetIndex();
  int row = k / tokens;
  int first = row * tokens;
  int from = row % tokens;
  float mean = 0.0;
  for (int to = 0; to <= from; to++) mean += pattern(first + to) * slopes(first + to);
  target0 = vec4(scale * pattern(k) * (slopes(k) - mean));
}`,
}));

/**
 * The gradient of queries, keys and values. A query's comes from the keys that it looked at, a key's from the
 * queries that looked at it, a value's from dy of those.
 */
export const attentionGradient = programs((lanes: Lanes) => ({
  name: 'attentionGradient',
  inputs: { dy: lanes, qkv: lanes, pattern: 1, scores: 1 },
  targets: 1,
  uniforms: sizes,
  source: `
void main() {
  int k = targetIndex();
  int line = k / groups;
  int group = k - line * groups;
  int which = line % 3;
  line /= 3;
  int batch = line / tokens;
  int token = line - batch * tokens;
  int first = (batch * heads + group / headGroups) * tokens;
  vec4 sum = vec4(0.0);
  if (which == 0) {
    for (int to = 0; to <= token; to++)
      sum += scores((first + token) * tokens + to) * qkv(((batch * tokens + to) * 3 + 1) * groups + group);
  } else if (which == 1) {
    for (int from = token; from < tokens; from++)
      sum += scores((first + from) * tokens + token) * qkv((batch * tokens + from) * 3 * groups + group);
  } else {
    for (int from = token; from < tokens; from++)
      sum += pattern((first + from) * tokens + token) * dy((batch * tokens + from) * groups + group);
  }
  target0 = sum;
}`,
}));
