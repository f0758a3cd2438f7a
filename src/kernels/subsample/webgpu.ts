import { dispatch } from '../webgpu/dispatch.ts';
import { spread } from '../webgpu/elementwise.ts';
import type { WebgpuKernel } from '../webgpu/gpu.ts';
import { elementOf, lanesOf, output, sizeOf } from '../webgpu/tensors.ts';
import { Subsample, SubsampleGrad } from './contract.ts';
import { fullShape, halvedShape, type Shape } from './mapShapes.ts';
import { keepEverySecond, spreadEverySecond } from './webgpu.program.ts';

/** The kernel Subsample on WebGPU. */
export const subsample: WebgpuKernel<Subsample> = {
  kernel: Subsample,
  run(gpu, { x }, attrs) {
    const full = x.shape as Shape;
    const halves = halvedShape(full, attrs);
    const { element, lanes, sizes } = measure(full, halves);
    const y = output(gpu, halves);
    const count = sizeOf(y) / lanes;
    dispatch(gpu, keepEverySecond(element), { x, y }, { count, ...sizes }, spread(count));
    return y;
  },
};

/** The kernel SubsampleGrad on WebGPU. */
export const subsampleGrad: WebgpuKernel<SubsampleGrad> = {
  kernel: SubsampleGrad,
  run(gpu, { dy }, attrs) {
    const halves = dy.shape as Shape;
    const full = fullShape(halves, attrs);
    const { element, lanes, sizes } = measure(full, halves);
    const dx = output(gpu, full);
    const count = sizeOf(dx) / lanes;
    dispatch(gpu, spreadEverySecond(element), { dy, dx }, { count, ...sizes }, spread(count));
    return dx;
  },
};

/** A group may not hold channels of which only some are new. */
function measure(full: Shape, halves: Shape) {
  const [, height, width, channels] = full;
  const [, outHeight, outWidth, outChannels] = halves;
  const element = elementOf(channels, outChannels);
  const lanes = lanesOf(element);
  const sizes = {
    ...{ height, width, groups: channels / lanes },
    ...{ outHeight, outWidth, outGroups: outChannels / lanes },
  };
  return { element, lanes, sizes };
}
