import { splitRows, splitToApply } from '../webgpu/columns.ts';
import { dispatch } from '../webgpu/dispatch.ts';
import type { WebgpuKernel } from '../webgpu/gpu.ts';
import { output, release, share } from '../webgpu/tensors.ts';
import { BatchNormTrainingGrad } from './contract.ts';
import { applyGradient, partialGradientSums } from './webgpu.gradient.program.ts';

/** The kernel BatchNormTrainingGrad on WebGPU: sums of parts of the pixels, and dAddend, then all the rest. */
export const batchNormTrainingGrad: WebgpuKernel<BatchNormTrainingGrad> = {
  kernel: BatchNormTrainingGrad,
  run(gpu, { dy, x, scale, mean, variance, y }, { epsilon, relu, addend }) {
    const split = splitRows(x);
    const { element, columns, groups, pixels, pixelsPerPart, parts } = split;
    const keeps = relu && addend;
    const sums = output(gpu, [2 * parts + 3, ...scale.shape]);
    const maps = { dy, x, ...(relu && y && { y }) };
    const g = keeps ? output(gpu, x.shape) : undefined;
    const given = { ...maps, scale, mean, variance, sums, ...(g && { g }) };
    const partial = partialGradientSums(element, columns, relu, keeps);
    dispatch(gpu, partial, given, { groups, pixels, pixelsPerPart, epsilon }, split.workgroups);

    const outputs = {
      dx: output(gpu, x.shape),
      dScale: output(gpu, scale.shape),
      dOffset: output(gpu, scale.shape),
    };
    const program = applyGradient(element, columns, relu && !keeps);
    const apply = splitToApply(split);
    const sizes = { groups, pixels, pixelsPerPart: apply.pixelsPerPart, parts };
    const tensors = { ...maps, dy: g ?? dy, sums, ...outputs };
    dispatch(gpu, program, tensors, sizes, apply.workgroups);
    release(gpu, sums);
    const { dx, dScale, dOffset } = outputs;
    return addend ? [dx, dScale, dOffset, g ?? share(gpu, dy)] : [dx, dScale, dOffset];
  },
};
