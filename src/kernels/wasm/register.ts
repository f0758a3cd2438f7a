import { backend, getBackend } from '@tensorflow/tfjs-core';
import type { ConvInfo } from '../convInfo.ts';
import { replaceConvolutions } from '../replaceConvolutions.ts';
import { conv2d } from './conv2d.ts';
import { conv2dBackpropFilter } from './conv2dBackpropFilter.ts';
import { conv2dBackpropInput } from './conv2dBackpropInput.ts';
import { asWasmBackend, createHeap } from './heap.ts';
import { instantiate, type Kernels } from './module.ts';
import { registerTraining } from './registerTraining.ts';

/**
 * Registers our own WebAssembly kernels with the running 'wasm' backend of TensorFlow.js, on whose
 * memory they work. Call it again if the backend is started again.
 *
 * @param kernels URL of kernels.wasm, or its bytes
 * @returns false, with nothing registered, where they can't run: another backend, a version of
 *   TensorFlow.js that hides its memory or shares it between threads, or a browser without SIMD
 */
export async function registerWasmKernels(kernels: BufferSource | string | URL): Promise<boolean> {
  const running = getBackend() === 'wasm' ? asWasmBackend(backend()) : null;
  if (!running) return false;
  const module = await instantiate(kernels, running.wasm.asm.memory).catch((error: unknown) => {
    // A bad URL is a mistake of ours; a module that doesn't compile or link is the device's limit.
    if (error instanceof WebAssembly.CompileError || error instanceof WebAssembly.LinkError)
      return null;
    throw error;
  });
  if (!module) return false;
  const shared: Kernels = { module, heap: createHeap(running) };
  replaceConvolutions('wasm', {
    conv2d: (...of) => conv2d(shared, ...of),
    conv2dBackpropInput: (...of) => conv2dBackpropInput(shared, ...of),
    conv2dBackpropFilter: (...of) => conv2dBackpropFilter(shared, ...of),
    leaves: isBoundByFilter,
  });
  registerTraining(shared);
  return true;
}

/**
 * Whether so large a filter meets so few pixels that packing it on every call takes longer than the
 * convolution, as at the end of a ResNet-34 on a single picture. tfjs's own keeps filters packed.
 */
function isBoundByFilter({ batchSize, outHeight, outWidth, inChannels, outChannels }: ConvInfo) {
  return batchSize * outHeight * outWidth < 128 && inChannels * outChannels > 2 ** 17;
}
