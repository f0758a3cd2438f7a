import * as tf from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-backend-cpu';
import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
import plainUrl from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm.wasm?url';
import simdUrl from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-simd.wasm?url';
import { registerKernels } from '../../../src/kernels/register.ts';
import kernelsUrl from '../../../src/kernels/wasm/kernels.wasm?url';
import { registerWasmKernels } from '../../../src/kernels/wasm/register.ts';

/** Starts the WebAssembly backend with our kernels. */
export async function startWasm(): Promise<void> {
  tf.env().set('WASM_HAS_MULTITHREAD_SUPPORT', false);
  setWasmPaths({
    'tfjs-backend-wasm.wasm': plainUrl,
    'tfjs-backend-wasm-simd.wasm': simdUrl,
    // tfjs wants all three named, though it never loads this one without threads.
    'tfjs-backend-wasm-threaded-simd.wasm': simdUrl,
  });
  if (!(await tf.setBackend('wasm'))) throw new Error('The wasm backend could not be started.');
  registerKernels();
  if (!(await registerWasmKernels(kernelsUrl))) throw new Error('No kernels of our own.');
}
