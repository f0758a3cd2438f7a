import * as tf from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-backend-cpu';
import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
import plainUrl from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm.wasm?url';
import simdUrl from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-simd.wasm?url';
import { registerKernels } from '../../../src/kernels/register.ts';
import { registerWasmKernels } from '../../../src/kernels/wasm/register.ts';

/** Starts the WebAssembly backend with our kernels, in Node and in a browser alike. */
export async function startWasm(): Promise<void> {
  tf.env().set('WASM_HAS_MULTITHREAD_SUPPORT', false);
  setWasmPaths({
    'tfjs-backend-wasm.wasm': location(plainUrl),
    'tfjs-backend-wasm-simd.wasm': location(simdUrl),
    // tfjs wants all three named, though it never loads this one without threads.
    'tfjs-backend-wasm-threaded-simd.wasm': location(simdUrl),
  });
  if (!(await tf.setBackend('wasm'))) throw new Error('The wasm backend did not start.');
  registerKernels();
  if (!(await registerWasmKernels(await kernels()))) throw new Error('No kernels of our own.');
}

/** The kernels' bytes, freshly compiled, in Node; their URL in a browser, which the plugin compiles. */
export async function kernels(): Promise<BufferSource | string> {
  if (!isNode) return (await import('../../../src/kernels/wasm/kernels.wasm?url')).default;
  const { buildAssembly } = await import('../../../scripts/assembly.ts');
  const { readFile } = await import('node:fs/promises');
  await buildAssembly();
  return readFile('src/kernels/wasm/kernels.wasm');
}

const isNode = typeof window === 'undefined';

/** Vite's URLs are paths from the project's root, where vitest runs. */
function location(url: string): string {
  return isNode ? process.cwd() + url : url;
}
