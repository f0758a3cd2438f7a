import { util, type KernelFunc, type TensorInfo } from '@tensorflow/tfjs-core';
import type { Gpu } from './gpu.ts';
import { isQuads } from './texels.ts';

/** Reshape that costs nothing where our programs have written the values in their order in memory. */
export function reshape(gpu: Gpu, stock: KernelFunc): KernelFunc {
  return (call) => {
    const x = call.inputs['x'] as TensorInfo;
    if (!isQuads(gpu, x)) return stock(call);
    const size = util.sizeFromShape(x.shape);
    const shape = util.inferFromImplicitShape(call.attrs?.['shape'] as number[], size);
    gpu.backend.incRef(x.dataId);
    return { dataId: x.dataId, shape, dtype: x.dtype };
  };
}
