import type { TensorInfo } from '@tensorflow/tfjs-core';
import { columnsFor, spreadRows } from '../webgpu/columns.ts';
import { dispatch } from '../webgpu/dispatch.ts';
import type { WebgpuKernel } from '../webgpu/gpu.ts';
import { sumRows } from '../webgpu/sumRows.ts';
import { elementOf, lanesOf, output, release, sizeOf } from '../webgpu/tensors.ts';
import { LayerNorm, LayerNormGrad } from './contract.ts';
import { normaliseRows, rowGradient } from './webgpu.program.ts';

/** The kernel LayerNorm on WebGPU. */
export const layerNorm: WebgpuKernel<LayerNorm> = {
  kernel: LayerNorm,
  run(gpu, inputs, { epsilon }) {
    const { element, columns, sizes, workgroups } = measure(inputs.x, inputs.scale);
    const y = output(gpu, inputs.x.shape);
    const program = normaliseRows(element, columns);
    dispatch(gpu, program, { ...inputs, y }, { ...sizes, epsilon }, workgroups);
    return y;
  },
};

/** The kernel LayerNormGrad on WebGPU: dx, and what the parameters' gradients are sums of. */
export const layerNormGrad: WebgpuKernel<LayerNormGrad> = {
  kernel: LayerNormGrad,
  run(gpu, inputs, { epsilon }) {
    const { dy, x, scale } = inputs;
    const { element, columns, sizes, workgroups } = measure(x, scale);
    const dx = output(gpu, x.shape);
    const products = output(gpu, x.shape);
    const program = rowGradient(element, columns);
    dispatch(gpu, program, { ...inputs, dx, products }, { ...sizes, epsilon }, workgroups);
    const dScale = sumRows(gpu, products, sizes.count, scale.shape);
    const dOffset = sumRows(gpu, dy, sizes.count, scale.shape);
    release(gpu, products);
    return [dx, dScale, dOffset];
  },
};

/** How the rows of x are split, of which `scale` has the length. */
function measure(x: TensorInfo, scale: TensorInfo) {
  const features = sizeOf(scale);
  const element = elementOf(features);
  const groups = features / lanesOf(element);
  const columns = columnsFor(groups);
  const count = sizeOf(x) / features;
  const workgroups = spreadRows(count, columns);
  return { element, columns, sizes: { count, groups }, workgroups };
}
