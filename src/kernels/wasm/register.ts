import { backend, getBackend } from '@tensorflow/tfjs-core';
import { adamUpdate } from '../adamUpdate/wasm.ts';
import { add } from '../add/wasm.ts';
import { batchNormTrainingGrad } from '../batchNormTraining/wasm.gradient.ts';
import { batchNormTraining } from '../batchNormTraining/wasm.ts';
import { causalAttention, causalAttentionGrad } from '../causalAttention/wasm.ts';
import { conv2d } from '../conv2d/wasm.ts';
import { conv2dBackpropFilter } from '../conv2dBackpropFilter/wasm.ts';
import { conv2dBackpropInput } from '../conv2dBackpropInput/wasm.ts';
import { identity } from '../identity/wasm.ts';
import type { AnyBackendKernel } from '../kernel.ts';
import { layerNorm, layerNormGrad } from '../layerNorm/wasm.ts';
import { matMul } from '../matMul/wasm.ts';
import { replaceKernels } from '../replaceKernels.ts';
import { runningStatisticsUpdate } from '../runningStatisticsUpdate/wasm.ts';
import { sgdMomentumUpdate } from '../sgdMomentumUpdate/wasm.ts';
import { softmaxCrossEntropyWithGrad } from '../softmaxCrossEntropy/wasm.ts';
import { subsample, subsampleGrad } from '../subsample/wasm.ts';
import { asWasmBackend, createHeap } from './heap.ts';
import { instantiate, type Kernels, type Threads, type Wasm } from './module.ts';
import { oneThread } from './threads/inParts.ts';

const kernels: AnyBackendKernel<Wasm<never>>[] = [
  adamUpdate,
  add,
  batchNormTraining,
  batchNormTrainingGrad,
  causalAttention,
  causalAttentionGrad,
  conv2d,
  conv2dBackpropFilter,
  conv2dBackpropInput,
  identity,
  layerNorm,
  layerNormGrad,
  matMul,
  runningStatisticsUpdate,
  sgdMomentumUpdate,
  softmaxCrossEntropyWithGrad,
  subsample,
  subsampleGrad,
];

/**
 * Registers our own WebAssembly kernels with the running 'wasm' backend of TensorFlow.js, on whose
 * memory they work. Call it again if the backend is started again.
 *
 * @param source URL of kernels.wasm, or its bytes, or compiled; memory that is shared takes kernels that say so
 * @param threads on the same memory
 * @returns false, with nothing registered, where they can't run: another backend, a version of
 *   TensorFlow.js that hides its memory or shares it between threads, or a browser without SIMD
 */
export async function registerWasmKernels(
  source: Kernels,
  threads: Threads = oneThread,
): Promise<boolean> {
  const running = getBackend() === 'wasm' ? asWasmBackend(backend()) : null;
  if (!running) return false;
  const module = await instantiate(source, running.wasm.asm.memory).catch((error: unknown) => {
    // A bad URL is a mistake of ours; a module that doesn't compile or link is the device's limit.
    if (error instanceof WebAssembly.CompileError || error instanceof WebAssembly.LinkError)
      return null;
    throw error;
  });
  if (!module) return false;
  const device = { module: module as never, heap: createHeap(running), threads };
  replaceKernels('wasm', device, kernels);
  return true;
}
