import { draw } from '../webgl/draw.ts';
import type { WebglKernel } from '../webgl/gpu.ts';
import { createTexels } from '../webgl/texels.ts';
import { withTexels } from '../webgl/withTexels.ts';
import { SoftmaxCrossEntropyWithGrad } from './contract.ts';
import { meanOfRows, rowLosses, softmaxGradient } from './webgl.program.ts';

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
        const dLogits = createTexels(gpu, logits.shape, 1);
        draw(gpu, softmaxGradient(), { logits, labels }, [dLogits], { batch, classes });
        const losses = createTexels(gpu, [batch], 1);
        draw(gpu, rowLosses(), { logits, labels }, [losses], { classes });
        const loss = createTexels(gpu, [], 1);
        draw(gpu, meanOfRows(), { values: losses }, [loss], { count: batch });
        gpu.backend.disposeIntermediateTensorInfo(losses);
        return [loss, dLogits];
      },
    );
  },
};
