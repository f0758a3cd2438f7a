import { programs } from '../webgl/programs.ts';

/** The sum over a `row` of e to the logits, less the largest one: exp of it cannot overflow. */
const sumExponentials = `float top = logits(row * classes);
  for (int c = 1; c < classes; c++) top = max(top, logits(row * classes + c));
  float sum = 0.0;
  for (int c = 0; c < classes; c++) sum += exp(logits(row * classes + c) - top);`;

/** target0 is (softmax − onehot) / batch. */
export const softmaxGradient = programs(() => ({
  name: 'softmaxGradient',
  inputs: { logits: 1, labels: 1 },
  targets: 1,
  uniforms: { batch: 'int', classes: 'int' },
  source: `
void main() {
  int k = targetIndex();
  int row = k / classes;
  ${sumExponentials}
  float one = int(labels(row)) == k - row * classes ? 1.0 : 0.0;
  target0 = vec4((exp(logits(k) - top) / sum - one) / float(batch));
}`,
}));

/** −log softmax(logits)[label] of each row; not a number where the label is no class, so that it is noticed. */
export const rowLosses = programs(() => ({
  name: 'rowLosses',
  inputs: { logits: 1, labels: 1 },
  targets: 1,
  uniforms: { classes: 'int' },
  source: `
void main() {
  int row = targetIndex();
  ${sumExponentials}
  int label = int(labels(row));
  float loss = log(sum) + top - logits(row * classes + label);
  target0 = vec4(label >= 0 && label < classes ? loss : uintBitsToFloat(0x7fc00000u));
}`,
}));

/** The mean of all values, in one fragment. */
export const meanOfRows = programs(() => ({
  name: 'meanOfRows',
  inputs: { values: 1 },
  targets: 1,
  uniforms: { count: 'int' },
  source: `
void main() {
  float sum = 0.0;
  for (int k = 0; k < count; k++) sum += values(k);
  target0 = vec4(sum / float(count));
}`,
}));
