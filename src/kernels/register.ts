import * as tf from '@tensorflow/tfjs-core';
import { composedBatchNormEvaluation } from './batchNormEvaluation.composed.ts';
import {
  composedBatchNormTraining,
  composedBatchNormTrainingGrad,
} from './batchNormTraining.composed.ts';
import { batchNormTrainingGradient } from './batchNormTraining.ts';
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
} from './contracts.ts';
import { composedConv2DBackpropFilter } from './conv2dBackpropFilter.composed.ts';
import { composedConv2DBackpropInput } from './conv2dBackpropInput.composed.ts';
import {
  composedGlobalAveragePool,
  composedGlobalAveragePoolGrad,
} from './globalAveragePool.composed.ts';
import { globalAveragePoolGradient } from './globalAveragePool.ts';
import { gradients } from './gradients.ts';
import { composedRunningStatisticsUpdate } from './runningStatistics.composed.ts';
import { composedSgdMomentumUpdate } from './sgdMomentumUpdate.composed.ts';
import { composedSoftmaxCrossEntropyWithGrad } from './softmaxCrossEntropy.composed.ts';
import { softmaxCrossEntropyGradient } from './softmaxCrossEntropy.ts';
import { composedSubsample, composedSubsampleGrad } from './subsample.composed.ts';
import { subsampleGradient } from './subsample.ts';

const ours: tf.GradConfig[] = [
  batchNormTrainingGradient,
  globalAveragePoolGradient,
  softmaxCrossEntropyGradient,
  subsampleGradient,
  ...gradients,
];
const backends = ['webgl', 'wasm', 'cpu'];

/**
 * Gives TensorFlow.js the kernels and gradients that training needs. Call it once the backends in use
 * are imported and before any network computes; calling it again does no harm.
 */
export function registerKernels(): void {
  for (const backend of backends) {
    fillGap(BatchNormTraining, backend, composedBatchNormTraining);
    fillGap(BatchNormTrainingGrad, backend, composedBatchNormTrainingGrad);
    fillGap(RunningStatisticsUpdate, backend, composedRunningStatisticsUpdate);
    fillGap(SoftmaxCrossEntropyWithGrad, backend, composedSoftmaxCrossEntropyWithGrad);
    fillGap(SgdMomentumUpdate, backend, composedSgdMomentumUpdate);
    fillGap(BatchNormEvaluation, backend, composedBatchNormEvaluation);
    fillGap(GlobalAveragePool, backend, composedGlobalAveragePool);
    fillGap(GlobalAveragePoolGrad, backend, composedGlobalAveragePoolGrad);
    fillGap(Subsample, backend, composedSubsample);
    fillGap(SubsampleGrad, backend, composedSubsampleGrad);
  }
  fillGap(tf.Conv2DBackpropFilter, 'wasm', composedConv2DBackpropFilter);
  replace(tf.Conv2DBackpropInput, 'wasm', composedConv2DBackpropInput);

  for (const gradient of ours) tf.registerGradient(gradient);
}

/** A kernel made of TensorFlow.js's operations: inputs and attributes as contracts.ts has them. */
type Composed = (inputs: never, attrs: never) => tf.Tensor | tf.Tensor[];

/** Registers a composed kernel where the backend has none: our own fast ones come first. */
function fillGap(kernelName: string, backendName: string, composed: Composed): void {
  if (tf.getKernel(kernelName, backendName)) return;
  tf.registerKernel({
    kernelName,
    backendName,
    kernelFunc: ({ inputs, attrs }) => tf.tidy(() => composed(inputs as never, attrs as never)),
  });
}

const replaced = new Set<string>();

/** Puts a composed kernel in the place of TensorFlow.js's own, which must be there already. */
function replace(kernelName: string, backendName: string, composed: Composed): void {
  const key = `${backendName}/${kernelName}`;
  if (replaced.has(key) || !tf.getKernel(kernelName, backendName)) return;
  tf.unregisterKernel(kernelName, backendName);
  fillGap(kernelName, backendName, composed);
  replaced.add(key);
}
