import type { TensorInfo } from '@tensorflow/tfjs-core';
import type { Gpu } from './gpu.ts';
import { run } from './program.ts';
import { meanOfRows, rowLosses, softmaxGradient } from './softmaxCrossEntropy.program.ts';
import { createTexels, withTexels } from './texels.ts';

/** The kernel SoftmaxCrossEntropyWithGrad of contracts.ts. */
export function softmaxCrossEntropyWithGrad(
  gpu: Gpu,
  { logits, labels }: { logits: TensorInfo; labels: TensorInfo },
): TensorInfo[] {
  const [batch, classes] = logits.shape as [number, number];
  return withTexels(
    gpu,
    [
      [logits, 1],
      [labels, 1],
    ],
    (logits, labels) => {
      const dLogits = createTexels(gpu, logits.shape, 1);
      run(gpu, softmaxGradient(), { logits, labels }, [dLogits], { batch, classes });
      const losses = createTexels(gpu, [batch], 1);
      run(gpu, rowLosses(), { logits, labels }, [losses], { classes });
      const loss = createTexels(gpu, [], 1);
      run(gpu, meanOfRows(), { values: losses }, [loss], { count: batch });
      gpu.backend.disposeIntermediateTensorInfo(losses);
      return [loss, dLogits];
    },
  );
}
