import {
  Add,
  BatchMatMul,
  Reshape,
  backend,
  getBackend,
  type KernelFunc,
  type TensorInfo,
} from '@tensorflow/tfjs-core';
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
import { replaceKernel } from '../replaceKernel.ts';
import { add } from './add.ts';
import { batchNormEvaluation } from './batchNormEvaluation.ts';
import { batchNormTraining } from './batchNormTraining.ts';
import { batchNormTrainingGrad } from './batchNormTrainingGrad.ts';
import { compileAhead } from './compileAhead.ts';
import { conv2d, conv2dBackpropFilter, conv2dBackpropInput } from './convolutions.ts';
import { globalAveragePool, globalAveragePoolGrad } from './globalAveragePool.ts';
import { createGpu, type Gpu } from './gpu.ts';
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
  replace(BatchNormTraining, gpu, batchNormTraining);
  replace(BatchNormTrainingGrad, gpu, batchNormTrainingGrad);
  replace(BatchNormEvaluation, gpu, batchNormEvaluation);
  replace(RunningStatisticsUpdate, gpu, runningStatisticsUpdate);
  replace(SoftmaxCrossEntropyWithGrad, gpu, softmaxCrossEntropyWithGrad);
  replace(SgdMomentumUpdate, gpu, sgdMomentumUpdate);
  replace(GlobalAveragePool, gpu, globalAveragePool);
  replace(GlobalAveragePoolGrad, gpu, globalAveragePoolGrad);
  replace(Subsample, gpu, subsample);
  replace(SubsampleGrad, gpu, subsampleGrad);
  replaceKernel(BatchMatMul, 'webgl', (stock) => matMul(gpu, stock));
  replaceKernel(Add, 'webgl', (stock) => add(gpu, stock));
  replaceKernel(Reshape, 'webgl', (stock) => reshape(gpu, stock));
  return { compileAhead: (dryRun) => compileAhead(gpu, dryRun) };
}

/** The operations in kernels/ have checked shapes and types, so inputs and attributes are as the contract says. */
function replace<Inputs, Attrs>(
  name: string,
  gpu: Gpu,
  kernel: (gpu: Gpu, inputs: Inputs, attrs: Attrs) => TensorInfo | TensorInfo[],
): void {
  const kernelFunc: KernelFunc = ({ inputs, attrs }) =>
    kernel(gpu, inputs as Inputs, attrs as Attrs);
  replaceKernel(name, 'webgl', () => kernelFunc);
}
