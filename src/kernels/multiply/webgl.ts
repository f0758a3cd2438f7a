import { Multiply, type Tensor, type TensorInfo } from '@tensorflow/tfjs-core';
import type { Kernel } from '../kernel.ts';
import type { Gpu, WebglKernel } from '../webgl/gpu.ts';

/**
 * Multiply that costs nothing where the factor is the 1 that a loss's gradient starts from. All else goes to
 * TensorFlow.js's own.
 */
export const multiply: WebglKernel<Kernel<{ a: Tensor; b: Tensor }, unknown, Tensor>> = {
  kernel: Multiply,
  run(gpu, { a, b }, _attrs, stock) {
    if (!isOne(gpu, b) || a.dtype !== b.dtype) return stock();
    gpu.backend.incRef(a.dataId);
    return { dataId: a.dataId, shape: a.shape, dtype: a.dtype };
  },
};

/** Whether a tensor is a single 1 that has not left JavaScript. */
function isOne({ backend }: Gpu, { dataId, shape }: TensorInfo): boolean {
  const { values } = backend.getDataInfo(dataId);
  return shape.length === 0 && values?.[0] === 1;
}
