import { dispatch } from '../webgpu/dispatch.ts';
import type { WebgpuKernel } from '../webgpu/gpu.ts';
import { output } from '../webgpu/tensors.ts';
import { SoftmaxCrossEntropyWithGrad } from './contract.ts';
import { crossEntropy } from './webgpu.program.ts';

/** The bits of a NaN, which WGSL can't write down. */
const notANumber = 0x7fc00000;

/** The kernel SoftmaxCrossEntropyWithGrad on WebGPU. */
export const softmaxCrossEntropyWithGrad: WebgpuKernel<SoftmaxCrossEntropyWithGrad> = {
  kernel: SoftmaxCrossEntropyWithGrad,
  run(gpu, { logits, labels }) {
    const [batch, classes] = logits.shape as [number, number];
    const loss = output(gpu, []);
    const dLogits = output(gpu, logits.shape);
    const tensors = { logits, labels, loss, dLogits };
    dispatch(gpu, crossEntropy(), tensors, { batch, classes, notANumber }, [1]);
    return [loss, dLogits];
  },
};
