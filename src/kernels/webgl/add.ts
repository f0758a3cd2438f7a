import { util, type KernelFunc, type TensorInfo } from '@tensorflow/tfjs-core';
import type { Gpu } from './gpu.ts';
import { programs, run } from './program.ts';
import { createTexels, isQuads, withTexels, type Lanes } from './texels.ts';

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
export function add(gpu: Gpu, stock: KernelFunc): KernelFunc {
  return (call) => {
    const { a, b } = call.inputs as { a: TensorInfo; b: TensorInfo };
    const ours = util.arraysEqual(a.shape, b.shape) && isQuads(gpu, a) && isQuads(gpu, b);
    if (!ours) return stock(call);
    return withTexels(
      gpu,
      [
        [a, 4],
        [b, 4],
      ],
      (a, b) => {
        const both = createTexels(gpu, a.shape, 4);
        run(gpu, sum(4), { a, b }, [both]);
        return both;
      },
    );
  };
}
