import { Identity, type KernelFunc, type TensorInfo } from '@tensorflow/tfjs-core';
import {
  BatchNormTraining,
  BatchNormTrainingGrad,
  RunningStatisticsUpdate,
  SgdMomentumUpdate,
  SoftmaxCrossEntropyWithGrad,
} from '../contracts.ts';
import { batchNormTraining } from './batchNormTraining.ts';
import { batchNormTrainingGrad } from './batchNormTrainingGrad.ts';
import type { Kernels } from './module.ts';
import { replaceKernel } from '../replaceKernel.ts';
import { runningStatisticsUpdate } from './runningStatisticsUpdate.ts';
import { sgdMomentumUpdate } from './sgdMomentumUpdate.ts';
import { softmaxCrossEntropyWithGrad } from './softmaxCrossEntropy.ts';

/** Registers what training needs besides convolutions, by the contracts of contracts.ts. */
export function registerTraining(kernels: Kernels): void {
  register(BatchNormTraining, kernels, batchNormTraining);
  register(BatchNormTrainingGrad, kernels, batchNormTrainingGrad);
  register(RunningStatisticsUpdate, kernels, runningStatisticsUpdate);
  register(SoftmaxCrossEntropyWithGrad, kernels, softmaxCrossEntropyWithGrad);
  register(SgdMomentumUpdate, kernels, sgdMomentumUpdate);
  // tfjs's own copies the values, and training clones every tensor that a gradient needs.
  replaceKernel(
    Identity,
    'wasm',
    () =>
      ({ inputs }) =>
        kernels.heap.share(inputs['x'] as TensorInfo),
  );
}

/** The operations in kernels/ have checked shapes and types, so inputs and attributes are as the contract says. */
function register<Inputs, Attrs>(
  name: string,
  kernels: Kernels,
  kernel: (kernels: Kernels, inputs: Inputs, attrs: Attrs) => TensorInfo[],
): void {
  const kernelFunc: KernelFunc = ({ inputs, attrs }) =>
    kernel(kernels, inputs as Inputs, attrs as Attrs);
  replaceKernel(name, 'wasm', () => kernelFunc);
}
