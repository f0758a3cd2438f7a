import { dispatch } from '../webgpu/dispatch.ts';
import type { WebgpuKernel } from '../webgpu/gpu.ts';
import { defaultThreads } from '../webgpu/programs.ts';
import { sumRows } from '../webgpu/sumRows.ts';
import { output, release } from '../webgpu/tensors.ts';
import { SoftmaxCrossEntropyWithGrad } from './contract.ts';
import { crossEntropy } from './webgpu.program.ts';

/** The bits of a NaN, which WGSL can't write down. */
const notANumber = 0x7fc00000;

/** The kernel SoftmaxCrossEntropyWithGrad on WebGPU. */
export const softmaxCrossEntropyWithGrad: WebgpuKernel<SoftmaxCrossEntropyWithGrad> = {
  kernel: SoftmaxCrossEntropyWithGrad,
  run(gpu, { logits, labels }) {
    const [batch, classes] = logits.shape as [number, number];
    const workgroups = Math.ceil(batch / defaultThreads);
    const shares = output(gpu, workgroups === 1 ? [] : [workgroups]);
    const dLogits = output(gpu, logits.shape);
    const tensors = { logits, labels, shares, dLogits };
    dispatch(gpu, crossEntropy(), tensors, { batch, classes, notANumber }, [workgroups]);
    if (workgroups === 1) return [shares, dLogits];
    const loss = sumRows(gpu, shares, workgroups, []);
    release(gpu, shares);
    return [loss, dLogits];
  },
};
