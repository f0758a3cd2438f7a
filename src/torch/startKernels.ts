import { env, setBackend } from '@tensorflow/tfjs-core';
import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
import type { WorkerFiles } from '../contract/pythonFrame.ts';
import { registerKernels } from '../kernels/register.ts';
import { registerWasmKernels } from '../kernels/wasm/register.ts';

/**
 * Starts TensorFlow.js on WebAssembly, for torch's heavy operations, from files that are here already. Where that
 * cannot be, as without SIMD, torch computes them in loops.
 */
export async function startKernels({ tensors, kernels }: WorkerFiles): Promise<void> {
  const name = 'tfjs-backend-wasm-simd.wasm';
  env().set('WASM_HAS_MULTITHREAD_SUPPORT', false);
  if (!(await env().getAsync('WASM_HAS_SIMD_SUPPORT'))) return;
  setWasmPaths({
    [name]: name,
    // Asked for by name, never fetched.
    'tfjs-backend-wasm.wasm': name,
    'tfjs-backend-wasm-threaded-simd.wasm': name,
  });
  const headers = { 'Content-Type': 'application/wasm' };
  globalThis.fetch = async () => new Response(tensors, { headers });
  try {
    if (!(await setBackend('wasm'))) return;
    registerKernels();
    await registerWasmKernels(kernels);
  } catch (error) {
    console.warn('Torch computes in loops.', error);
  }
}
