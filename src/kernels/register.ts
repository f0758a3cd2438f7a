import * as tf from '@tensorflow/tfjs-core';
import { adamUpdate } from './adamUpdate/composed.ts';
import { addGradient } from './add/gradient.ts';
import { batchNormEvaluation } from './batchNormEvaluation/composed.ts';
import { batchNormTrainingGradient } from './batchNormTraining/batchNormTraining.ts';
import { batchNormTraining, batchNormTrainingGrad } from './batchNormTraining/composed.ts';
import { causalAttentionGradient } from './causalAttention/causalAttention.ts';
import { causalAttention, causalAttentionGrad } from './causalAttention/composed.ts';
import { conv2dGradient } from './conv2d/gradient.ts';
import { conv2dBackpropFilter } from './conv2dBackpropFilter/composed.ts';
import { conv2dBackpropInput } from './conv2dBackpropInput/composed.ts';
import { elementwiseGradients } from './elementwise/gradients.ts';
import { globalAveragePool, globalAveragePoolGrad } from './globalAveragePool/composed.ts';
import { globalAveragePoolGradient } from './globalAveragePool/globalAveragePool.ts';
import { identityGradient } from './identity/gradient.ts';
import type { AnyComposedKernel } from './kernel.ts';
import { layerNorm, layerNormGrad } from './layerNorm/composed.ts';
import { layerNormGradient } from './layerNorm/layerNorm.ts';
import { matMulGradient } from './matMul/gradient.ts';
import { reluGrad } from './relu/composed.ts';
import { reluGradient } from './relu/gradient.ts';
import { reshapeGradient } from './reshape/gradient.ts';
import { runningStatisticsUpdate } from './runningStatisticsUpdate/composed.ts';
import { sgdMomentumUpdate } from './sgdMomentumUpdate/composed.ts';
import { sliceGradient } from './slice/gradient.ts';
import { softmaxCrossEntropyWithGrad } from './softmaxCrossEntropy/composed.ts';
import { softmaxCrossEntropyGradient } from './softmaxCrossEntropy/softmaxCrossEntropy.ts';
import { subsample, subsampleGrad } from './subsample/composed.ts';
import { subsampleGradient } from './subsample/subsample.ts';

const composedKernels: AnyComposedKernel[] = [
  adamUpdate,
  batchNormEvaluation,
  batchNormTraining,
  batchNormTrainingGrad,
  causalAttention,
  causalAttentionGrad,
  globalAveragePool,
  globalAveragePoolGrad,
  layerNorm,
  layerNormGrad,
  reluGrad,
  runningStatisticsUpdate,
  sgdMomentumUpdate,
  softmaxCrossEntropyWithGrad,
  subsample,
  subsampleGrad,
];

/**
 * Ours, and those of the TensorFlow.js operations that networks here use: tfjs-core ships without any,
 * and its full set would triple the script a reader downloads to train.
 */
const gradients: tf.GradConfig[] = [
  addGradient,
  batchNormTrainingGradient,
  causalAttentionGradient,
  conv2dGradient,
  ...elementwiseGradients,
  globalAveragePoolGradient,
  identityGradient,
  layerNormGradient,
  matMulGradient,
  reluGradient,
  reshapeGradient,
  sliceGradient,
  softmaxCrossEntropyGradient,
  subsampleGradient,
];

const backends = ['webgpu', 'webgl', 'wasm', 'cpu'];

/**
 * Gives TensorFlow.js the kernels and gradients that training needs. Call it once the backends in use
 * are imported and before any network computes; calling it again does no harm.
 */
export function registerKernels(): void {
  for (const backend of backends)
    for (const composed of composedKernels) fillGap(backend, composed);
  fillGap('wasm', conv2dBackpropFilter);
  replace('wasm', conv2dBackpropInput);

  for (const gradient of gradients) tf.registerGradient(gradient);
}

/** Registers a composed kernel where the backend has none: our own fast ones come first. */
function fillGap(backendName: string, { kernel, run }: AnyComposedKernel): void {
  if (tf.getKernel(kernel, backendName)) return;
  tf.registerKernel({
    kernelName: kernel,
    backendName,
    kernelFunc: ({ inputs, attrs }) => tf.tidy(() => run(inputs as never, attrs as never)),
  });
}

const replaced = new Set<string>();

/** Puts a composed kernel in the place of TensorFlow.js's own, which must be there already. */
function replace(backendName: string, composed: AnyComposedKernel): void {
  const { kernel } = composed;
  const key = `${backendName}/${kernel}`;
  if (replaced.has(key) || !tf.getKernel(kernel, backendName)) return;
  tf.unregisterKernel(kernel, backendName);
  fillGap(backendName, composed);
  replaced.add(key);
}
