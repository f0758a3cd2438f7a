import { draw } from '../webgl/draw.ts';
import type { WebglKernel } from '../webgl/gpu.ts';
import { createTexels, lanesOf, type Lanes } from '../webgl/texels.ts';
import { withTexels } from '../webgl/withTexels.ts';
import { Subsample, SubsampleGrad } from './contract.ts';
import { fullShape, halvedShape, type Shape } from './mapShapes.ts';
import { keepEverySecond, spreadEverySecond } from './webgl.program.ts';

/** The kernel Subsample on WebGL. */
export const subsample: WebglKernel<Subsample> = {
  kernel: Subsample,
  run(gpu, { x }, attrs) {
    const full = x.shape as Shape;
    const halves = halvedShape(full, attrs);
    const lanes = commonLanes(full, halves);
    return withTexels(gpu, [[x, lanes]], (x) => {
      const y = createTexels(gpu, halves, lanes);
      draw(gpu, keepEverySecond(lanes), { x }, [y], sizes(full, halves, lanes));
      return y;
    });
  },
};

/** The kernel SubsampleGrad on WebGL. */
export const subsampleGrad: WebglKernel<SubsampleGrad> = {
  kernel: SubsampleGrad,
  run(gpu, { dy }, attrs) {
    const halves = dy.shape as Shape;
    const full = fullShape(halves, attrs);
    const lanes = commonLanes(full, halves);
    return withTexels(gpu, [[dy, lanes]], (dy) => {
      const dx = createTexels(gpu, full, lanes);
      draw(gpu, spreadEverySecond(lanes), { dy }, [dx], sizes(full, halves, lanes));
      return dx;
    });
  },
};

/** A group may not hold channels of which only some are new. */
function commonLanes(full: Shape, halves: Shape): Lanes {
  return lanesOf(full[3]) === 4 ? lanesOf(halves[3]) : 1;
}

function sizes(full: Shape, halves: Shape, lanes: Lanes) {
  const [, height, width, channels] = full;
  const [, outHeight, outWidth, outChannels] = halves;
  return {
    ...{ height, width, groups: channels / lanes },
    ...{ outHeight, outWidth, outGroups: outChannels / lanes },
  };
}
