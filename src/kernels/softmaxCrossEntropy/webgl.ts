import { draw } from '../webgl/draw.ts';
import type { WebglKernel } from '../webgl/gpu.ts';
import { createPair, createTexels } from '../webgl/texels.ts';
import { withTexels } from '../webgl/withTexels.ts';
import { SoftmaxCrossEntropyWithGrad } from './contract.ts';
import { meanOfRows, softmaxGradient } from './webgl.program.ts';

/** The kernel SoftmaxCrossEntropyWithGrad on WebGL. */
export const softmaxCrossEntropyWithGrad: WebglKernel<SoftmaxCrossEntropyWithGrad> = {
  kernel: SoftmaxCrossEntropyWithGrad,
  run(gpu, { logits, labels }) {
    const [batch, classes] = logits.shape as [number, number];
    return withTexels(
      gpu,
      [
        [logits, 1],
        [labels, 1],
      ],
      (logits, labels) => {
        const [dLogits, losses] = createPair(gpu, logits.shape, 1);
        const softmax = softmaxGradient();
        draw(gpu, softmax, { logits, labels }, [dLogits, losses], { batch, classes });
        const loss = createTexels(gpu, [], 1);
        draw(gpu, meanOfRows(), { values: losses }, [loss], { rows: batch, columns: classes });
        gpu.backend.disposeIntermediateTensorInfo(losses);
        return [loss, dLogits];
      },
    );
  },
};
