import { Add, BatchMatMul, Reshape, backend, getBackend } from '@tensorflow/tfjs-core';
import {
  BatchNormEvaluation,
  BatchNormTraining,
  BatchNormTrainingGrad,
  GlobalAveragePool,
  GlobalAveragePoolGrad,
  RunningStatisticsUpdate,
  SgdMomentumUpdate,
  SoftmaxCrossEntropyWithGrad,
  Subsample,
  SubsampleGrad,
} from '../contracts.ts';
import { replaceConvolutions } from '../replaceConvolutions.ts';
import { createRegister, replaceKernel } from '../replaceKernel.ts';
import { add } from './add.ts';
import { batchNormEvaluation } from './batchNormEvaluation.ts';
import { batchNormTraining } from './batchNormTraining.ts';
import { batchNormTrainingGrad } from './batchNormTrainingGrad.ts';
import { compileAhead } from './compileAhead.ts';
import { conv2d, conv2dBackpropFilter, conv2dBackpropInput } from './convolutions.ts';
import { globalAveragePool, globalAveragePoolGrad } from './globalAveragePool.ts';
import { createGpu } from './gpu.ts';
import { matMul } from './matMul.ts';
import { reshape } from './reshape.ts';
import { runningStatisticsUpdate } from './runningStatisticsUpdate.ts';
import { sgdMomentumUpdate } from './sgdMomentumUpdate.ts';
import { softmaxCrossEntropyWithGrad } from './softmaxCrossEntropy.ts';
import { subsample, subsampleGrad } from './subsample.ts';

export interface WebglKernels {
  /** Compiles every program that `dryRun` comes by; what it computes is garbage. */
  compileAhead(dryRun: () => Promise<unknown>): Promise<void>;
}

/**
 * Registers our own WebGL kernels with the running 'webgl' backend of TensorFlow.js. Call it again if the
 * backend is started again: programs belong to its context.
 *
 * @returns null, with nothing registered, where they can't run: another backend, WebGL 1, or targets
 *   of less than 32 bits
 */
export function registerWebglKernels(): WebglKernels | null {
  const gpu = getBackend() === 'webgl' ? createGpu(backend()) : null;
  if (!gpu) return null;
  replaceConvolutions('webgl', {
    conv2d: (...of) => conv2d(gpu, ...of),
    conv2dBackpropInput: (...of) => conv2dBackpropInput(gpu, ...of),
    conv2dBackpropFilter: (...of) => conv2dBackpropFilter(gpu, ...of),
  });
  const register = createRegister('webgl', gpu);
  register(BatchNormTraining, batchNormTraining);
  register(BatchNormTrainingGrad, batchNormTrainingGrad);
  register(BatchNormEvaluation, batchNormEvaluation);
  register(RunningStatisticsUpdate, runningStatisticsUpdate);
  register(SoftmaxCrossEntropyWithGrad, softmaxCrossEntropyWithGrad);
  register(SgdMomentumUpdate, sgdMomentumUpdate);
  register(GlobalAveragePool, globalAveragePool);
  register(GlobalAveragePoolGrad, globalAveragePoolGrad);
  register(Subsample, subsample);
  register(SubsampleGrad, subsampleGrad);
  replaceKernel(BatchMatMul, 'webgl', (stock) => matMul(gpu, stock));
  replaceKernel(Add, 'webgl', (stock) => add(gpu, stock));
  replaceKernel(Reshape, 'webgl', (stock) => reshape(gpu, stock));
  return { compileAhead: (dryRun) => compileAhead(gpu, dryRun) };
}
