import { Add, util, type Tensor, type TensorInfo } from '@tensorflow/tfjs-core';
import { InputGradient } from '../conv2dBackpropInput/webgl.ts';
import type { Kernel } from '../kernel.ts';
import { draw } from '../webgl/draw.ts';
import type { Gpu, WebglKernel } from '../webgl/gpu.ts';
import { programs } from '../webgl/programs.ts';
import { createTexels, lanesHeld, type Lanes } from '../webgl/texels.ts';
import { withTexels } from '../webgl/withTexels.ts';

/** What is added may be shorter: it is added again and again. */
const sum = programs((lanes: Lanes, repeats: boolean) => ({
  name: 'sum',
  inputs: { x: lanes, addend: lanes },
  targets: 1,
  uniforms: repeats ? { length: 'int' } : {},
  source: `
void main() {
  int k = targetIndex();
  target0 = vec4(x(k) + addend(${repeats ? 'k % length' : 'k'}));
}`,
}));

/**
 * Add for what our programs have written: feature maps, such as the two gradients that meet where a shortcut
 * branches off, and rows to each of which the same is added. All else goes to TensorFlow.js's own.
 */
export const add: WebglKernel<Kernel<{ a: Tensor; b: Tensor }, unknown, Tensor>> = {
  kernel: Add,
  run(gpu, { a, b }, _attrs, stock) {
    const [x, addend] = a.shape.length < b.shape.length ? [b, a] : [a, b];
    const lanes = lanesHeld(gpu, x);
    if (!lanes || !endsAs(x, addend, lanes)) return stock();
    const fused = addToWaiting(gpu, x, addend) ?? addToWaiting(gpu, addend, x);
    if (fused) return fused;
    const repeats = x.shape.length > addend.shape.length;
    if (!repeats && lanesHeld(gpu, addend) !== lanes) return stock();
    return withTexels(
      gpu,
      [
        [x, lanes],
        [addend, lanes],
      ],
      (x, addend) => {
        const both = createTexels(gpu, x.shape, lanes);
        const sizes = repeats ? { length: addend.count } : {};
        draw(gpu, sum(lanes, repeats), { x, addend }, [both], sizes);
        return both;
      },
    );
  },
};

/** The sum, if x is still to be drawn and can be drawn with an addend of its shape. */
function addToWaiting(gpu: Gpu, x: TensorInfo, addend: TensorInfo): TensorInfo | undefined {
  const waiting = gpu.waiting.get(x.dataId);
  const fits = util.arraysEqual(x.shape, addend.shape) && lanesHeld(gpu, addend) === 4;
  if (!(waiting instanceof InputGradient) || !fits) return undefined;
  return withTexels(gpu, [[addend, 4]], (addend) => ({ ...waiting.plus(addend), shape: x.shape }));
}

/** Whether the last axes of x are those of `addend`, in whole texels. */
function endsAs(x: TensorInfo, addend: TensorInfo, lanes: Lanes): boolean {
  const last = x.shape.slice(x.shape.length - addend.shape.length);
  return (
    addend.dtype === 'float32' &&
    last.length > 0 &&
    util.arraysEqual(last, addend.shape) &&
    (last.at(-1) as number) % lanes === 0
  );
}
