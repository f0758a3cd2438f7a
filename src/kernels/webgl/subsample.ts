import type { TensorInfo } from '@tensorflow/tfjs-core';
import type { SubsampleAttrs, SubsampleGradAttrs } from '../contracts.ts';
import type { Gpu } from './gpu.ts';
import { run } from './program.ts';
import { keepEverySecond, spreadEverySecond } from './subsample.program.ts';
import { createTexels, lanesOf, withTexels, type Lanes } from './texels.ts';

type Shape = [batch: number, height: number, width: number, channels: number];

/** The kernel Subsample of contracts.ts. */
export function subsample(
  gpu: Gpu,
  { x }: { x: TensorInfo },
  { outChannels }: SubsampleAttrs,
): TensorInfo {
  const [batch, height, width, channels] = x.shape as Shape;
  const halves: Shape = [batch, Math.ceil(height / 2), Math.ceil(width / 2), outChannels];
  const lanes = commonLanes(channels, outChannels);
  return withTexels(gpu, [[x, lanes]], (x) => {
    const y = createTexels(gpu, halves, lanes);
    run(gpu, keepEverySecond(lanes), { x }, [y], sizes(x.shape as Shape, halves, lanes));
    return y;
  });
}

/** The kernel SubsampleGrad of contracts.ts. */
export function subsampleGrad(
  gpu: Gpu,
  { dy }: { dy: TensorInfo },
  { height, width, channels }: SubsampleGradAttrs,
): TensorInfo {
  const halves = dy.shape as Shape;
  const full: Shape = [halves[0], height, width, channels];
  const lanes = commonLanes(channels, halves[3]);
  return withTexels(gpu, [[dy, lanes]], (dy) => {
    const dx = createTexels(gpu, full, lanes);
    run(gpu, spreadEverySecond(lanes), { dy }, [dx], sizes(full, halves, lanes));
    return dx;
  });
}

/** A group may not hold channels of which only some are new. */
function commonLanes(channels: number, outChannels: number): Lanes {
  return lanesOf(channels) === 4 ? lanesOf(outChannels) : 1;
}

function sizes(full: Shape, halves: Shape, lanes: Lanes) {
  const [, height, width, channels] = full;
  const [, outHeight, outWidth, outChannels] = halves;
  return {
    ...{ height, width, groups: channels / lanes },
    ...{ outHeight, outWidth, outGroups: outChannels / lanes },
  };
}
