import { columnsFor } from '../webgpu/columns.ts';
import { dispatch } from '../webgpu/dispatch.ts';
import { spread } from '../webgpu/elementwise.ts';
import type { WebgpuKernel } from '../webgpu/gpu.ts';
import { elementOf, lanesOf, output, sizeOf } from '../webgpu/tensors.ts';
import { GlobalAveragePool, GlobalAveragePoolGrad } from './contract.ts';
import { averageMaps, spreadMeans } from './webgpu.program.ts';

/** Workgroups for pictures: beyond so many each takes several. */
const most = 1024;

/** The kernel GlobalAveragePool on WebGPU. */
export const globalAveragePool: WebgpuKernel<GlobalAveragePool> = {
  kernel: GlobalAveragePool,
  run(gpu, { x }) {
    const [pictures, height, width, channels] = x.shape as [number, number, number, number];
    const element = elementOf(channels);
    const groups = channels / lanesOf(element);
    const columns = columnsFor(groups);
    const y = output(gpu, [pictures, channels]);
    const sizes = { pictures, pixels: height * width, groups };
    dispatch(gpu, averageMaps(element, columns), { x, y }, sizes, [
      Math.min(pictures, most),
      Math.ceil(groups / columns),
    ]);
    return y;
  },
};

/** The kernel GlobalAveragePoolGrad on WebGPU. */
export const globalAveragePoolGrad: WebgpuKernel<GlobalAveragePoolGrad> = {
  kernel: GlobalAveragePoolGrad,
  run(gpu, { dy }, { height, width }) {
    const [batch, channels] = dy.shape as [number, number];
    const element = elementOf(channels);
    const dx = output(gpu, [batch, height, width, channels]);
    const count = sizeOf(dx) / lanesOf(element);
    const sizes = { count, pixels: height * width, groups: channels / lanesOf(element) };
    dispatch(gpu, spreadMeans(element), { dy, dx }, sizes, spread(count));
    return dx;
  },
};
