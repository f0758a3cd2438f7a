import type { TensorInfo } from '@tensorflow/tfjs-core';
import type { BatchNormTrainingAttrs } from '../contracts.ts';
import {
  applyBatchNorm,
  combineStatistics,
  partialStatistics,
} from './batchNormTraining.program.ts';
import type { Gpu } from './gpu.ts';
import { split } from './parts.ts';
import { run } from './program.ts';
import { createPair, createTexels, withTexels, type Texels } from './texels.ts';

export interface BatchNormTrainingInputs {
  x: TensorInfo;
  scale: TensorInfo;
  offset: TensorInfo;
  addend?: TensorInfo;
}

/** The kernel BatchNormTraining of contracts.ts: statistics in two programs, then one for the rest. */
export function batchNormTraining(
  gpu: Gpu,
  { x, scale, offset, addend }: BatchNormTrainingInputs,
  { epsilon, relu }: BatchNormTrainingAttrs,
): TensorInfo[] {
  const inputs = [x, scale, offset, ...(addend ? [addend] : [])];
  return withTexels(gpu, inputs, (x, scale, offset, addend?: Texels) => {
    const { mean, variance } = statistics(gpu, x);
    const given = { x, scale, offset, mean, variance, ...(addend && { addend }) };
    return [normalise(gpu, given, { epsilon, relu }), mean, variance];
  });
}

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
  { epsilon, relu }: { epsilon: number; relu: boolean },
): Texels {
  const { x, scale, addend } = inputs;
  const y = createTexels(gpu, x.shape, x.lanes);
  const program = applyBatchNorm(x.lanes, relu, addend !== undefined);
  run(gpu, program, { ...inputs }, [y], { groups: scale.count, epsilon });
  return y;
}

function statistics(gpu: Gpu, x: Texels): { mean: Texels; variance: Texels } {
  const { lanes } = x;
  const { groups, pixels, parts, pixelsPerPart } = split(x);
  const [sums, squares] = createPair(gpu, [parts, groups * lanes], lanes);
  const sizes = { groups, pixels, pixelsPerPart };
  run(gpu, partialStatistics(lanes), { x }, [sums, squares], sizes);
  const [mean, variance] = createPair(gpu, [groups * lanes], lanes);
  const combine = combineStatistics(lanes);
  run(gpu, combine, { x, sums, squares }, [mean, variance], { ...sizes, parts });
  for (const partial of [sums, squares]) gpu.backend.disposeIntermediateTensorInfo(partial);
  return { mean, variance };
}
