import { Relu, type Tensor } from '@tensorflow/tfjs-core';
import type { Kernel } from '../kernel.ts';
import { draw } from '../webgl/draw.ts';
import { rectified } from '../webgl/glsl.ts';
import type { WebglKernel } from '../webgl/gpu.ts';
import { programs } from '../webgl/programs.ts';
import { createTexels, isQuads, type Lanes } from '../webgl/texels.ts';
import { withTexels } from '../webgl/withTexels.ts';
import { ReluGrad } from './contract.ts';

const rectify = programs(() => ({
  name: 'rectify',
  inputs: { x: 4 },
  targets: 1,
  uniforms: {},
  source: `
void main() {
  vec4 value = x(targetIndex());
  target0 = ${rectified('value')};
}`,
}));

const rectifyGradient = programs((lanes: Lanes) => ({
  name: 'rectifyGradient',
  inputs: { dy: lanes, y: lanes },
  targets: 1,
  uniforms: {},
  source: `
void main() {
  int k = targetIndex();
  target0 = mix(vec4(0.0), vec4(dy(k)), greaterThan(vec4(y(k)), vec4(0.0)));
}`,
}));

/** Relu for what our programs have written. All else goes to TensorFlow.js's own. */
export const relu: WebglKernel<Kernel<{ x: Tensor }, unknown, Tensor>> = {
  kernel: Relu,
  run(gpu, { x }, _attrs, stock) {
    if (!isQuads(gpu, x)) return stock();
    return withTexels(gpu, [[x, 4]], (x) => {
      const y = createTexels(gpu, x.shape, 4);
      draw(gpu, rectify(), { x }, [y]);
      return y;
    });
  },
};

/** The kernel ReluGrad on WebGL. */
export const reluGrad: WebglKernel<ReluGrad> = {
  kernel: ReluGrad,
  run: (gpu, { dy, y }) =>
    withTexels(gpu, [dy, y], (dy, y) => {
      const dx = createTexels(gpu, dy.shape, dy.lanes);
      draw(gpu, rectifyGradient(dy.lanes), { dy, y }, [dx]);
      return dx;
    }),
};
