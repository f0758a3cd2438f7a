import type { TensorInfo } from '@tensorflow/tfjs-core';
import type { BatchNormTrainingAttrs } from '../contracts.ts';
import {
  applyGradient,
  combineGradientSums,
  partialGradientSums,
} from './batchNormTrainingGrad.program.ts';
import type { Gpu } from './gpu.ts';
import { split } from './parts.ts';
import { run } from './program.ts';
import { createPair, createTexels, withTexels, type Texels } from './texels.ts';

export interface BatchNormTrainingGradInputs {
  dy: TensorInfo;
  x: TensorInfo;
  scale: TensorInfo;
  mean: TensorInfo;
  variance: TensorInfo;
  y?: TensorInfo;
}

/** The kernel BatchNormTrainingGrad of contracts.ts: sums in two programs, then one for dx and dAddend. */
export function batchNormTrainingGrad(
  gpu: Gpu,
  { dy, x, scale, mean, variance, y }: BatchNormTrainingGradInputs,
  { epsilon, relu, addend }: BatchNormTrainingAttrs,
): TensorInfo[] {
  const inputs = [dy, x, scale, mean, variance, ...(y ? [y] : [])];
  return withTexels(gpu, inputs, (dy, x, scale, mean, variance, y) => {
    const { lanes } = x;
    const { groups, pixels, parts, pixelsPerPart } = split(x);
    const maps = { dy, x, ...(relu && { y }) };

    const [sums, products] = createPair(gpu, [parts, groups * lanes], lanes);
    const partial = partialGradientSums(lanes, relu);
    const sizes = { groups, pixels, pixelsPerPart };
    run(gpu, partial, { ...maps, mean }, [sums, products], sizes);

    const [dOffset, dScale] = createPair(gpu, [groups * lanes], lanes);
    const combine = combineGradientSums(lanes);
    const combined = { groups, parts, epsilon };
    run(gpu, combine, { sums, products, variance }, [dOffset, dScale], combined);
    for (const texels of [sums, products]) gpu.backend.disposeIntermediateTensorInfo(texels);

    const outputs = addend ? createPair(gpu, x.shape, lanes) : [createTexels(gpu, x.shape, lanes)];
    const given = { ...maps, scale, mean, variance, dScale, dOffset };
    const apply = applyGradient(lanes, relu, addend);
    run(gpu, apply, given, outputs, { groups, pixels, epsilon });
    const [dx, ...dAddend] = outputs;
    return [dx as Texels, dScale, dOffset, ...dAddend];
  });
}
