import { Identity, type TensorInfo } from '@tensorflow/tfjs-core';
import {
  BatchNormTraining,
  BatchNormTrainingGrad,
  RunningStatisticsUpdate,
  SgdMomentumUpdate,
  SoftmaxCrossEntropyWithGrad,
  Subsample,
  SubsampleGrad,
} from '../contracts.ts';
import { createRegister, replaceKernel } from '../replaceKernel.ts';
import { batchNormTraining } from './batchNormTraining.ts';
import { batchNormTrainingGrad } from './batchNormTrainingGrad.ts';
import type { Kernels } from './module.ts';
import { runningStatisticsUpdate } from './runningStatisticsUpdate.ts';
import { sgdMomentumUpdate } from './sgdMomentumUpdate.ts';
import { softmaxCrossEntropyWithGrad } from './softmaxCrossEntropy.ts';
import { subsample, subsampleGrad } from './subsample.ts';

/** Registers what training needs besides convolutions, by the contracts of contracts.ts. */
export function registerTraining(kernels: Kernels): void {
  const register = createRegister('wasm', kernels);
  register(BatchNormTraining, batchNormTraining);
  register(BatchNormTrainingGrad, batchNormTrainingGrad);
  register(RunningStatisticsUpdate, runningStatisticsUpdate);
  register(SoftmaxCrossEntropyWithGrad, softmaxCrossEntropyWithGrad);
  register(SgdMomentumUpdate, sgdMomentumUpdate);
  register(Subsample, subsample);
  register(SubsampleGrad, subsampleGrad);
  // tfjs's own copies the values, and training clones every tensor that a gradient needs.
  replaceKernel(
    Identity,
    'wasm',
    () =>
      ({ inputs }) =>
        kernels.heap.share(inputs['x'] as TensorInfo),
  );
}
