import type { TensorInfo } from '@tensorflow/tfjs-core';
import { draw } from '../webgl/draw.ts';
import type { Gpu, WebglKernel } from '../webgl/gpu.ts';
import { createTexels, type Texels } from '../webgl/texels.ts';
import { withTexels } from '../webgl/withTexels.ts';
import { SgdMomentumUpdate } from './contract.ts';
import { stepParameters } from './webgl.program.ts';

/**
 * The kernel SgdMomentumUpdate on WebGL. Parameters of one size share a program, up to as many as it can
 * write and read.
 */
export const sgdMomentumUpdate: WebglKernel<SgdMomentumUpdate> = {
  kernel: SgdMomentumUpdate,
  run(gpu, inputs, attrs) {
    const count = inputs.length / 3;
    return withTexels(gpu, inputs, (...all) => {
      const updated: TensorInfo[] = [];
      for (const group of groupBySize(all.slice(0, count), mostAtOnce(gpu))) {
        const given: Record<string, Texels> = {};
        const targets = group.flatMap((parameter, i) => {
          const [weight, velocity, gradient] = [0, 1, 2].map(
            (part) => all[part * count + parameter],
          );
          Object.assign(given, {
            [`weight${i}`]: weight,
            [`velocity${i}`]: velocity,
            [`gradient${i}`]: gradient,
          });
          return [0, 1].map((part) => {
            const { shape, lanes } = weight as Texels;
            const texels = createTexels(gpu, shape, lanes);
            updated[part * count + parameter] = texels;
            return texels;
          });
        });
        const program = stepParameters((targets[0] as Texels).lanes, group.length);
        draw(gpu, program, given, targets, { ...attrs });
      }
      return updated;
    });
  },
};

/** A parameter takes two targets and three samplers. */
function mostAtOnce({ maxTargets, maxSamplers }: Gpu): number {
  return Math.min(4, Math.floor(maxTargets / 2), Math.floor(maxSamplers / 3));
}

/** Indices of textures of equal size, at most `most` together. */
function groupBySize(texels: Texels[], most: number): number[][] {
  const bySize = new Map<string, number[][]>();
  texels.forEach(({ count, lanes }, index) => {
    const groups = bySize.get(`${lanes}/${count}`) ?? [];
    const last = groups.at(-1);
    if (last && last.length < most) last.push(index);
    else groups.push([index]);
    bySize.set(`${lanes}/${count}`, groups);
  });
  return [...bySize.values()].flat();
}
