import { draw } from '../webgl/draw.ts';
import type { Gpu, WebglKernel } from '../webgl/gpu.ts';
import { createTexels, type Texels } from '../webgl/texels.ts';
import { withTexels } from '../webgl/withTexels.ts';
import { BatchNormEvaluation } from './contract.ts';
import { applyBatchNorm } from './webgl.program.ts';

/** The kernel BatchNormEvaluation on WebGL. */
export const batchNormEvaluation: WebglKernel<BatchNormEvaluation> = {
  kernel: BatchNormEvaluation,
  run(gpu, { x, mean, variance, scale, offset, addend }, attrs) {
    const inputs = [x, mean, variance, scale, offset, ...(addend ? [addend] : [])];
    return withTexels(gpu, inputs, (x, mean, variance, scale, offset, addend?: Texels) =>
      normalise(gpu, { x, mean, variance, scale, offset, ...(addend && { addend }) }, attrs),
    );
  },
};

export interface NormaliseInputs {
  x: Texels;
  mean: Texels;
  variance: Texels;
  scale: Texels;
  offset: Texels;
  addend?: Texels;
}

/** Batch norm with given statistics. */
export function normalise(
  gpu: Gpu,
  inputs: NormaliseInputs,
  { epsilon, relu }: BatchNormEvaluation['attrs'],
): Texels {
  const { x, scale, addend } = inputs;
  const y = createTexels(gpu, x.shape, x.lanes);
  const program = applyBatchNorm(x.lanes, relu, addend !== undefined);
  draw(gpu, program, { ...inputs }, [y], { groups: scale.count, epsilon });
  return y;
}
