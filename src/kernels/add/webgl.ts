import { Add, util, type Tensor } from '@tensorflow/tfjs-core';
import type { Kernel } from '../kernel.ts';
import { draw } from '../webgl/draw.ts';
import type { WebglKernel } from '../webgl/gpu.ts';
import { programs } from '../webgl/programs.ts';
import { createTexels, isQuads, type Lanes } from '../webgl/texels.ts';
import { withTexels } from '../webgl/withTexels.ts';

const sum = programs((lanes: Lanes) => ({
  name: 'sum',
  inputs: { a: lanes, b: lanes },
  targets: 1,
  uniforms: {},
  source: `
void main() {
  int k = targetIndex();
  target0 = a(k) + b(k);
}`,
}));

/**
 * Add for feature maps that our programs have written, such as the two gradients that meet where a shortcut
 * branches off. All else goes to TensorFlow.js's own.
 */
export const add: WebglKernel<Kernel<{ a: Tensor; b: Tensor }, unknown, Tensor>> = {
  kernel: Add,
  run(gpu, { a, b }, _attrs, stock) {
    const ours = util.arraysEqual(a.shape, b.shape) && isQuads(gpu, a) && isQuads(gpu, b);
    if (!ours) return stock();
    return withTexels(
      gpu,
      [
        [a, 4],
        [b, 4],
      ],
      (a, b) => {
        const both = createTexels(gpu, a.shape, 4);
        draw(gpu, sum(4), { a, b }, [both]);
        return both;
      },
    );
  },
};
