import { Relu, type Tensor } from '@tensorflow/tfjs-core';
import type { Kernel } from '../kernel.ts';
import { dispatch } from '../webgpu/dispatch.ts';
import { forEachElement, spread } from '../webgpu/elementwise.ts';
import type { WebgpuKernel } from '../webgpu/gpu.ts';
import { programs, type Element } from '../webgpu/programs.ts';
import { elementOf, lanesOf, output, sizeOf } from '../webgpu/tensors.ts';
import { elementTypes, rectify } from '../webgpu/wgsl.ts';
import { ReluGrad } from './contract.ts';

const rectifyAll = programs((element: Element) => ({
  name: 'rectify',
  inputs: { x: element },
  outputs: { y: element },
  uniforms: { count: 'u32' },
  declarations: elementTypes(element) + rectify,
  body: forEachElement('u.count', 'y[k] = rectify(x[k]);'),
}));

const rectifyGradient = programs((element: Element) => ({
  name: 'rectifyGradient',
  inputs: { dy: element, y: element },
  outputs: { dx: element },
  uniforms: { count: 'u32' },
  declarations: elementTypes(element),
  body: forEachElement('u.count', 'dx[k] = select(T(0), dy[k], y[k] > T(0));'),
}));

/** Relu that keeps what is not a number, as TensorFlow.js's own does not everywhere. */
export const relu: WebgpuKernel<Kernel<{ x: Tensor }, unknown, Tensor>> = {
  kernel: Relu,
  run(gpu, { x }, _attrs, stock) {
    if (x.dtype !== 'float32' || sizeOf(x) === 0) return stock();
    const element = elementOf(sizeOf(x));
    const count = sizeOf(x) / lanesOf(element);
    const y = output(gpu, x.shape);
    dispatch(gpu, rectifyAll(element), { x, y }, { count }, spread(count));
    return y;
  },
};

/** The kernel ReluGrad on WebGPU. */
export const reluGrad: WebgpuKernel<ReluGrad> = {
  kernel: ReluGrad,
  run(gpu, { dy, y }) {
    const element = elementOf(sizeOf(y));
    const count = sizeOf(y) / lanesOf(element);
    const dx = output(gpu, y.shape);
    dispatch(gpu, rectifyGradient(element), { dy, y, dx }, { count }, spread(count));
    return dx;
  },
};
