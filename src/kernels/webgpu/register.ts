import { backend, env, getBackend } from '@tensorflow/tfjs-core';
import { adamUpdate } from '../adamUpdate/webgpu.ts';
import { add } from '../add/webgpu.ts';
import { batchNormEvaluation } from '../batchNormEvaluation/webgpu.ts';
import { batchNormTrainingGrad } from '../batchNormTraining/webgpu.gradient.ts';
import { batchNormTraining } from '../batchNormTraining/webgpu.ts';
import { causalAttention, causalAttentionGrad } from '../causalAttention/webgpu.ts';
import { conv2d } from '../conv2d/webgpu.ts';
import { conv2dBackpropFilter } from '../conv2dBackpropFilter/webgpu.ts';
import { conv2dBackpropInput } from '../conv2dBackpropInput/webgpu.ts';
import { globalAveragePool, globalAveragePoolGrad } from '../globalAveragePool/webgpu.ts';
import type { AnyBackendKernel, GpuKernels } from '../kernel.ts';
import { layerNorm, layerNormGrad } from '../layerNorm/webgpu.ts';
import { matMul } from '../matMul/webgpu.ts';
import { replaceKernels } from '../replaceKernels.ts';
import { relu, reluGrad } from '../relu/webgpu.ts';
import { runningStatisticsUpdate } from '../runningStatisticsUpdate/webgpu.ts';
import { sgdMomentumUpdate } from '../sgdMomentumUpdate/webgpu.ts';
import { softmaxCrossEntropyWithGrad } from '../softmaxCrossEntropy/webgpu.ts';
import { sum } from '../sum/webgpu.ts';
import { subsample, subsampleGrad } from '../subsample/webgpu.ts';
import { compileAhead } from './compileAhead.ts';
import { createGpu, type Gpu } from './gpu.ts';
import { programsAtOnce } from './record.ts';

const kernels: AnyBackendKernel<Gpu>[] = [
  adamUpdate,
  add,
  batchNormEvaluation,
  batchNormTraining,
  batchNormTrainingGrad,
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
  relu,
  reluGrad,
  runningStatisticsUpdate,
  sgdMomentumUpdate,
  softmaxCrossEntropyWithGrad,
  subsample,
  subsampleGrad,
  sum,
];

/**
 * Registers our own WebGPU kernels with the running 'webgpu' backend of TensorFlow.js. Call it again if the
 * backend is started again: programs belong to its device.
 *
 * @returns null, with nothing registered, where another backend runs
 */
export function registerWebgpuKernels(): GpuKernels | null {
  const gpu = getBackend() === 'webgpu' ? createGpu(backend()) : null;
  if (!gpu) return null;
  replaceKernels('webgpu', gpu, kernels);
  // For its own kernels, which else would send what ours have recorded every 15 programs.
  env().set('WEBGPU_DEFERRED_SUBMIT_BATCH_SIZE', programsAtOnce);
  // Small tensors too stay where they are.
  env().set('WEBGPU_CPU_FORWARD', false);
  return { compileAhead: (dryRun) => compileAhead(gpu, dryRun) };
}
