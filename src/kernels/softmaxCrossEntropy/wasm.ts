import type { WasmKernel } from '../wasm/module.ts';
import { SoftmaxCrossEntropyWithGrad } from './contract.ts';

/**
 * The kernel SoftmaxCrossEntropyWithGrad on WebAssembly. A thousand exponentials a batch: not worth an
 * exp of our own in WebAssembly, which has none. Throws when a label is no class.
 */
export const softmaxCrossEntropyWithGrad: WasmKernel<SoftmaxCrossEntropyWithGrad> = {
  kernel: SoftmaxCrossEntropyWithGrad,
  run({ heap }, inputs) {
    const [batch = 0, classes = 0] = inputs.logits.shape;
    checkLabels(heap.integers(inputs.labels), classes);
    const loss = heap.output([]);
    const dLogits = heap.output([batch, classes]);
    const labels = heap.integers(inputs.labels);
    const logits = heap.floats(inputs.logits);
    const gradient = heap.floats(dLogits);
    let total = 0;
    for (let i = 0; i < batch; i++) {
      const label = labels[i] as number;
      const row = logits.subarray(i * classes, (i + 1) * classes);
      const largest = row.reduce((a, b) => Math.max(a, b));
      const exponentials = Array.from(row, (logit) => Math.exp(logit - largest));
      const sum = exponentials.reduce((a, b) => a + b);
      total += Math.log(sum) + largest - (row[label] as number);
      exponentials.forEach((exponential, k) => {
        gradient[i * classes + k] = (exponential / sum - Number(k === label)) / batch;
      });
    }
    heap.floats(loss)[0] = total / batch;
    return [loss, dLogits];
  },
};

function checkLabels(labels: Int32Array, classes: number): void {
  const wrong = labels.find((label) => label < 0 || label >= classes);
  if (wrong === undefined) return;
  throw new Error(
    `${SoftmaxCrossEntropyWithGrad}: expected labels from 0 to ${classes - 1}, got ${wrong}.`,
  );
}
