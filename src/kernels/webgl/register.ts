import { backend, getBackend } from '@tensorflow/tfjs-core';
import { adamUpdate } from '../adamUpdate/webgl.ts';
import { add } from '../add/webgl.ts';
import { batchNormEvaluation } from '../batchNormEvaluation/webgl.ts';
import { batchNormTrainingGrad } from '../batchNormTraining/webgl.gradient.ts';
import { batchNormTraining, batchNormTrainingWithUpdate } from '../batchNormTraining/webgl.ts';
import { causalAttention, causalAttentionGrad } from '../causalAttention/webgl.ts';
import { conv2d } from '../conv2d/webgl.ts';
import { conv2dBackpropFilter } from '../conv2dBackpropFilter/webgl.ts';
import { conv2dBackpropInput } from '../conv2dBackpropInput/webgl.ts';
import { globalAveragePool, globalAveragePoolGrad } from '../globalAveragePool/webgl.ts';
import type { AnyBackendKernel, GpuKernels } from '../kernel.ts';
import { layerNorm, layerNormGrad } from '../layerNorm/webgl.ts';
import { matMul } from '../matMul/webgl.ts';
import { multiply } from '../multiply/webgl.ts';
import { replaceKernels } from '../replaceKernels.ts';
import { relu, reluGrad } from '../relu/webgl.ts';
import { reshape } from '../reshape/webgl.ts';
import { sgdMomentumUpdate } from '../sgdMomentumUpdate/webgl.ts';
import { softmaxCrossEntropyWithGrad } from '../softmaxCrossEntropy/webgl.ts';
import { sum } from '../sum/webgl.ts';
import { subsample, subsampleGrad } from '../subsample/webgl.ts';
import { compileAhead } from './compileAhead.ts';
import { createGpu, type Gpu } from './gpu.ts';
import { tellLayoutsApart } from './tellLayoutsApart.ts';
import { watchTextures } from './waiting.ts';

const kernels: AnyBackendKernel<Gpu>[] = [
  adamUpdate,
  add,
  batchNormEvaluation,
  batchNormTraining,
  batchNormTrainingGrad,
  batchNormTrainingWithUpdate,
  causalAttention,
  causalAttentionGrad,
  conv2d,
  conv2dBackpropFilter,
  conv2dBackpropInput,
  globalAveragePool,
  globalAveragePoolGrad,
  layerNorm,
  layerNormGrad,
  matMul,
  multiply,
  relu,
  reluGrad,
  reshape,
  sgdMomentumUpdate,
  softmaxCrossEntropyWithGrad,
  subsample,
  subsampleGrad,
  sum,
];

/**
 * Registers our own WebGL kernels with the running 'webgl' backend of TensorFlow.js. Call it again if the
 * backend is started again: programs belong to its context.
 *
 * @returns null, with nothing registered, where they can't run: another backend, WebGL 1, or targets
 *   of less than 32 bits
 */
export function registerWebglKernels(): GpuKernels | null {
  const gpu = getBackend() === 'webgl' ? createGpu(backend()) : null;
  if (!gpu) return null;
  watchTextures(gpu);
  tellLayoutsApart(gpu);
  replaceKernels('webgl', gpu, kernels);
  return { compileAhead: (dryRun) => compileAhead(gpu, dryRun) };
}
