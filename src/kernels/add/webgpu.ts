import { Add, util, type Tensor, type TensorInfo } from '@tensorflow/tfjs-core';
import type { Kernel } from '../kernel.ts';
import { dispatch } from '../webgpu/dispatch.ts';
import { forEachElement, spread } from '../webgpu/elementwise.ts';
import type { WebgpuKernel } from '../webgpu/gpu.ts';
import { programs, type Element } from '../webgpu/programs.ts';
import { elementOf, lanesOf, output, sizeOf } from '../webgpu/tensors.ts';

/** What is added may be shorter: it is added again and again. */
const addRepeatedly = programs((element: Element, repeats: boolean) => ({
  name: 'addRepeatedly',
  inputs: { x: element, addend: element },
  outputs: { sum: element },
  uniforms: { count: 'u32', length: 'u32' },
  body: forEachElement('u.count', `sum[k] = x[k] + addend[${repeats ? 'k % u.length' : 'k'}];`),
}));

/**
 * Add for tensors of one shape, such as the two gradients that meet where a shortcut branches off, and for rows to
 * each of which the same is added. All else goes to TensorFlow.js's own.
 */
export const add: WebgpuKernel<Kernel<{ a: Tensor; b: Tensor }, unknown, Tensor>> = {
  kernel: Add,
  run(gpu, { a, b }, _attrs, stock) {
    const [x, addend] = a.shape.length < b.shape.length ? [b, a] : [a, b];
    if (!endsAs(x, addend) || sizeOf(x) === 0) return stock();
    const element = elementOf(sizeOf(addend));
    const count = sizeOf(x) / lanesOf(element);
    const length = sizeOf(addend) / lanesOf(element);
    const sum = output(gpu, x.shape);
    const program = addRepeatedly(element, length < count);
    dispatch(gpu, program, { x, addend, sum }, { count, length }, spread(count));
    return sum;
  },
};

/** Whether the last axes of x are those of `addend`, and both hold floats. */
function endsAs(x: TensorInfo, addend: TensorInfo): boolean {
  const last = x.shape.slice(x.shape.length - addend.shape.length);
  return (
    [x, addend].every(({ dtype }) => dtype === 'float32') && util.arraysEqual(last, addend.shape)
  );
}
