import { programs } from '../webgl/programs.ts';

/**
 * target0 is (softmax − onehot) / batch, target1 −log softmax[label] of the row, in each of its texels: not a
 * number where the label is no class, so that it is noticed. Less the largest logit, exp cannot overflow.
 */
export const softmaxGradient = programs(() => ({
  name: 'softmaxGradient',
  inputs: { logits: 1, labels: 1 },
  targets: 2,
  uniforms: { batch: 'int', classes: 'int' },
  source: `
void main() {
  int k = targetIndex();
  int row = k / classes;
  float top = logits(row * classes);
  for (int c = 1; c < classes; c++) top = max(top, logits(row * classes + c));
  float sum = 0.0;
  for (int c = 0; c < classes; c++) sum += exp(logits(row * classes + c) - top);
  int label = int(labels(row));
  float one = label == k - row * classes ? 1.0 : 0.0;
  target0 = vec4((exp(logits(k) - top) / sum - one) / float(batch));
  float loss = log(sum) + top - logits(row * classes + label);
  target1 = vec4(label >= 0 && label < classes ? loss : uintBitsToFloat(0x7fc00000u));
}`,
}));

/** The mean of every row's first value, in one fragment. */
export const meanOfRows = programs(() => ({
  name: 'meanOfRows',
  inputs: { values: 1 },
  targets: 1,
  uniforms: { rows: 'int', columns: 'int' },
  source: `
void main() {
  float sum = 0.0;
  for (int row = 0; row < rows; row++) sum += values(row * columns);
  target0 = vec4(sum / float(rows));
}`,
}));
