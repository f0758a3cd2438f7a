import type { TensorInfo } from '@tensorflow/tfjs-core';
import type { GlobalAveragePoolGradAttrs } from '../contracts.ts';
import { averageMaps, spreadMeans } from './globalAveragePool.program.ts';
import type { Gpu } from './gpu.ts';
import { run } from './program.ts';
import { createTexels, withTexels } from './texels.ts';

/** The kernel GlobalAveragePool of contracts.ts. */
export function globalAveragePool(gpu: Gpu, { x }: { x: TensorInfo }): TensorInfo {
  const [batch, height, width, channels] = x.shape as [number, number, number, number];
  return withTexels(gpu, [x], (x) => {
    const y = createTexels(gpu, [batch, channels], x.lanes);
    const sizes = { groups: channels / x.lanes, pixels: height * width };
    run(gpu, averageMaps(x.lanes), { x }, [y], sizes);
    return y;
  });
}

/** The kernel GlobalAveragePoolGrad of contracts.ts. */
export function globalAveragePoolGrad(
  gpu: Gpu,
  { dy }: { dy: TensorInfo },
  { height, width }: GlobalAveragePoolGradAttrs,
): TensorInfo {
  const [batch, channels] = dy.shape as [number, number];
  return withTexels(gpu, [dy], (dy) => {
    const dx = createTexels(gpu, [batch, height, width, channels], dy.lanes);
    const sizes = { groups: channels / dy.lanes, pixels: height * width };
    run(gpu, spreadMeans(dy.lanes), { dy }, [dx], sizes);
    return dx;
  });
}
