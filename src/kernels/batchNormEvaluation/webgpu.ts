import { dispatch } from '../webgpu/dispatch.ts';
import { spread } from '../webgpu/elementwise.ts';
import type { WebgpuKernel } from '../webgpu/gpu.ts';
import { elementOf, lanesOf, output, sizeOf } from '../webgpu/tensors.ts';
import { BatchNormEvaluation } from './contract.ts';
import { applyBatchNorm } from './webgpu.program.ts';

/** The kernel BatchNormEvaluation on WebGPU. */
export const batchNormEvaluation: WebgpuKernel<BatchNormEvaluation> = {
  kernel: BatchNormEvaluation,
  run(gpu, inputs, { epsilon, relu }) {
    const { x, scale } = inputs;
    const element = elementOf(sizeOf(scale));
    const count = sizeOf(x) / lanesOf(element);
    const groups = sizeOf(scale) / lanesOf(element);
    const y = output(gpu, x.shape);
    const program = applyBatchNorm(element, relu, inputs.addend !== undefined);
    dispatch(gpu, program, { ...inputs, y }, { count, groups, epsilon }, spread(count));
    return y;
  },
};
