import { Sum, util, type Tensor } from '@tensorflow/tfjs-core';
import type { Kernel } from '../kernel.ts';
import type { WebgpuKernel } from '../webgpu/gpu.ts';
import { sumRows } from '../webgpu/sumRows.ts';
import { sizeOf } from '../webgpu/tensors.ts';

/**
 * Sum over the first axes, as the gradient of what was added to each row is. All else goes to TensorFlow.js's
 * own.
 */
export const sum: WebgpuKernel<
  Kernel<{ x: Tensor }, { axis: number | number[]; keepDims: boolean }, Tensor>
> = {
  kernel: Sum,
  run(gpu, { x }, { axis, keepDims }, stock) {
    const axes = util.parseAxisParam(axis, x.shape);
    const isLeading = axes.length < x.shape.length && axes.every((one, index) => one === index);
    if (!isLeading || keepDims || x.dtype !== 'float32' || sizeOf(x) === 0) return stock();
    const rest = x.shape.slice(axes.length);
    return sumRows(gpu, x, sizeOf(x) / util.sizeFromShape(rest), rest);
  },
};
