import type { TensorInfo } from '@tensorflow/tfjs-core';
import type { ConvInfo } from '../conv2d/convInfo.ts';
import { convolutionKernel, type ConvolutionInputs } from '../conv2d/convolutionKernel.ts';
import { choices, sizes } from '../conv2d/webgl.convolution.ts';
import { draw } from '../webgl/draw.ts';
import type { Gpu, Waiting } from '../webgl/gpu.ts';
import { createTexels, type Lanes, type Texels } from '../webgl/texels.ts';
import { endWait, wait } from '../webgl/waiting.ts';
import { withTexels } from '../webgl/withTexels.ts';
import { Conv2DBackpropFilter } from './contract.ts';
import { convolveFilterGradient, sumFilterGradients } from './webgl.program.ts';

/** Fragments that keep a GPU busy, when there is work for as many. */
const fragments = 16_384;

/** x as the input, dy as the output → dFilter [rows, columns, inputs, outputs] */
export function computeFilterGradient(
  gpu: Gpu,
  { x, dy }: ConvolutionInputs<Conv2DBackpropFilter>,
  info: ConvInfo,
): TensorInfo {
  return withTexels(gpu, [x, dy], (x, dy) => {
    const { inGroups, outGroups } = sizes(info);
    const wide = outGroups % 2 === 0 && 2 * x.lanes <= gpu.maxTargets ? 2 : 1;
    const blocks = info.filterHeight * info.filterWidth * inGroups * (outGroups / wide);
    const rows = info.batchSize * info.outHeight;
    const rowsPerPart = Math.ceil(rows / Math.min(rows, Math.ceil(fragments / blocks)));
    const parts = Math.ceil(rows / rowsPerPart);

    const partial = Array.from({ length: x.lanes * wide }, () =>
      createTexels(gpu, [parts, blocks * dy.lanes], dy.lanes),
    );
    const program = convolveFilterGradient(...choices(info), wide);
    draw(gpu, program, { x, dy }, partial, { ...sizes(info), rows, rowsPerPart });

    const dFilter = createTexels(gpu, info.filterShape, dy.lanes);
    const sizesOfParts = { parts, blocks, outGroups };
    sumParts(new FilterSum(gpu, dFilter, partial, [x.lanes, dy.lanes, wide], sizesOfParts));
    for (const texels of partial) gpu.backend.disposeIntermediateTensorInfo(texels);
    return dFilter;
  });
}

/** The sum of the parts of one filter's gradient. Nobody reads it before the optimiser. */
class FilterSum implements Waiting {
  readonly gpu: Gpu;
  readonly target: Texels;
  readonly sources: readonly Texels[];
  /** What the program is written for. */
  readonly #choices: readonly [inLanes: Lanes, outLanes: Lanes, wide: number];
  readonly #sizes: Record<'parts' | 'blocks' | 'outGroups', number>;

  constructor(
    gpu: Gpu,
    target: Texels,
    sources: readonly Texels[],
    choices: readonly [Lanes, Lanes, number],
    sizes: Record<'parts' | 'blocks' | 'outGroups', number>,
  ) {
    this.gpu = gpu;
    this.target = target;
    this.sources = sources;
    this.#choices = choices;
    this.#sizes = sizes;
  }

  /** @param mates others that it can be drawn with */
  draw(...mates: FilterSum[]): void {
    const sums = [this, ...mates];
    const inputs = sums.flatMap(({ sources }, filter) =>
      sources.map((texels, t) => [`parts${filter}_${t}`, texels] as const),
    );
    const program = sumFilterGradients(...this.#choices, sums.length);
    const targets = sums.map(({ target }) => target);
    draw(this.gpu, program, Object.fromEntries(inputs), targets, this.#sizes);
  }

  /** Whether one program can draw it and another. */
  isLike(other: FilterSum): boolean {
    const mine = [this.target.shape, this.#choices, Object.values(this.#sizes)];
    return mine.join() === [other.target.shape, other.#choices, Object.values(other.#sizes)].join();
  }
}

/** Draws a sum with one that waits for its like, or leaves it waiting. */
function sumParts(sum: FilterSum): void {
  const { gpu, sources, target } = sum;
  const others = [...gpu.waiting.values()].filter((other) => other instanceof FilterSum);
  const mate = others.find((other) => other.isLike(sum));
  if (target.lanes !== 4 || 2 * sources.length > gpu.maxSamplers) {
    sum.draw();
  } else if (mate) {
    sum.draw(mate);
    endWait(gpu, mate);
  } else wait(gpu, sum);
}

/** The kernel Conv2DBackpropFilter on WebGL. */
export const conv2dBackpropFilter = convolutionKernel<Conv2DBackpropFilter, Gpu>(
  Conv2DBackpropFilter,
  computeFilterGradient,
);
