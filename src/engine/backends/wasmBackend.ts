import * as tf from '@tensorflow/tfjs-core';
import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
import wasmUrl from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm.wasm?url';
import wasmSimdUrl from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-simd.wasm?url';
import { asWasmBackend } from '../../kernels/wasm/heap.ts';
import kernelsUrl from '../../kernels/wasm/kernels.wasm?url';
import { fetchKernels, type Kernels } from '../../kernels/wasm/module.ts';
import { registerWasmKernels } from '../../kernels/wasm/register.ts';
import { shareMemory } from '../../kernels/wasm/threads/shareMemory.ts';
import { startThreads, type ThreadPool } from '../../kernels/wasm/threads/startThreads.ts';
import type { BackendHandle } from './backendHandle.ts';
import { shareTensors } from './shareTensors.ts';

/**
 * Readies TensorFlow.js's WebAssembly backend.
 * @param least as in Threads, for tests of what is small
 * @param threads to compute on if they can be had; more than 1 only where the page is cross-origin isolated
 */
export async function registerWasm(threads: number, least?: number): Promise<BackendHandle> {
  // The threaded build starts eight workers of its own, whatever is asked for.
  tf.env().set('WASM_HAS_MULTITHREAD_SUPPORT', false);
  const shared = threads > 1 ? await shareTensors(wasmSimdUrl) : undefined;
  setWasmPaths({
    'tfjs-backend-wasm.wasm': wasmUrl,
    'tfjs-backend-wasm-simd.wasm': shared ?? wasmSimdUrl,
    // Asked for by name, never fetched.
    'tfjs-backend-wasm-threaded-simd.wasm': wasmSimdUrl,
  });
  let pool: ThreadPool | undefined;
  return {
    isLost: () => false,
    remove() {
      pool?.end();
      tf.removeBackend('wasm');
    },
    async registerOwn() {
      const memory = asWasmBackend(tf.backend())?.wasm.asm.memory;
      let kernels: Kernels = kernelsUrl;
      if (shared && memory) {
        URL.revokeObjectURL(shared);
        kernels = await WebAssembly.compile(shareMemory(await fetchKernels(kernelsUrl)));
        pool = await startThreads(kernels, memory, threads, least === undefined ? {} : { least });
      }
      if (!(await registerWasmKernels(kernels, pool))) return undefined;
      return {
        name: 'our own SIMD kernels',
        threads: pool?.all ?? 1,
        ...(pool && { abilities: { shareWork: pool.share } }),
      };
    },
  };
}
