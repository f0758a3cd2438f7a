import { defaultThreads, programs } from '../webgpu/programs.ts';

/**
 * dLogits = (softmax − onehot) / batch, and of each workgroup's rows, one a thread, their share in the mean of
 * −log softmax(logits)[label].
 * A row's loss is not a number where the label is no class, so that it is noticed.
 */
export const crossEntropy = programs(() => ({
  name: 'crossEntropy',
  inputs: { logits: 'f32', labels: 'i32' },
  outputs: { shares: 'f32', dLogits: 'f32' },
  uniforms: { batch: 'u32', classes: 'u32', notANumber: 'u32' },
  declarations: `var<workgroup> losses: array<f32, ${defaultThreads}>;`,
  body: `
  var loss = 0f;
  let row = tile.x * ${defaultThreads}u + thread;
  if (row < u.batch) {
    let first = row * u.classes;
    var top = logits[first];
    for (var c = 1u; c < u.classes; c++) { top = max(top, logits[first + c]); }
    var exponentials = 0f;
    for (var c = 0u; c < u.classes; c++) { exponentials += exp(logits[first + c] - top); }
    let label = labels[row];
    for (var c = 0u; c < u.classes; c++) {
      let one = select(0f, 1f, i32(c) == label);
      dLogits[first + c] = (exp(logits[first + c] - top) / exponentials - one) / f32(u.batch);
    }
    if (label < 0 || label >= i32(u.classes)) { loss = bitcast<f32>(u.notANumber); }
    else { loss = log(exponentials) + top - logits[first + u32(label)]; }
  }
  losses[thread] = loss;
  workgroupBarrier();
  for (var left = ${defaultThreads / 2}u; left > 0; left /= 2) {
    if (thread < left) { losses[thread] += losses[thread + left]; }
    workgroupBarrier();
  }
  if (thread == 0) { shares[tile.x] = losses[0] / f32(u.batch); }`,
}));
