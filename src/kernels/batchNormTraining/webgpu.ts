import { splitRows, splitToApply } from '../webgpu/columns.ts';
import { dispatch } from '../webgpu/dispatch.ts';
import type { WebgpuKernel } from '../webgpu/gpu.ts';
import { output, release } from '../webgpu/tensors.ts';
import { BatchNormTraining } from './contract.ts';
import { normalise, partialStatistics } from './webgpu.program.ts';

/** The kernel BatchNormTraining on WebGPU: statistics of parts of the pixels, then all the rest. */
export const batchNormTraining: WebgpuKernel<BatchNormTraining> = {
  kernel: BatchNormTraining,
  run(gpu, inputs, { epsilon, relu }) {
    const { x, scale, addend } = inputs;
    const split = splitRows(x);
    const { element, columns, groups, pixels, pixelsPerPart, parts } = split;
    const statistics = output(gpu, [2, parts, ...scale.shape]);
    const sizes = { groups, pixels, pixelsPerPart };
    dispatch(gpu, partialStatistics(element, columns), { x, statistics }, sizes, split.workgroups);

    const outputs = {
      y: output(gpu, x.shape),
      mean: output(gpu, scale.shape),
      variance: output(gpu, scale.shape),
    };
    const apply = splitToApply(split);
    const uniforms = {
      ...{ groups, pixels, pixelsPerPart: apply.pixelsPerPart },
      ...{ parts, pixelsOfStatistics: pixelsPerPart, epsilon },
    };
    const program = normalise(element, columns, relu, addend !== undefined);
    const tensors = { ...inputs, ...outputs, statistics };
    dispatch(gpu, program, tensors, uniforms, apply.workgroups);
    release(gpu, statistics);
    return [outputs.y, outputs.mean, outputs.variance];
  },
};
