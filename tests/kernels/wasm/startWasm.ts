import * as tf from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-backend-cpu';
import { registerWasm } from '../../../src/engine/backends/wasmBackend.ts';
import { registerKernels } from '../../../src/kernels/register.ts';

let running: { threads: number; end(): void } | undefined;

/** Starts the WebAssembly backend with our kernels, anew if it ran on another number of threads; several compute even the smallest. */
export async function startWasm(threads = 1): Promise<void> {
  if (running && running.threads !== threads) {
    const factory = tf.findBackendFactory('wasm');
    running.end();
    tf.registerBackend('wasm', factory);
  }
  const backend = await registerWasm(threads, 0);
  if (!(await tf.setBackend('wasm'))) throw new Error('The wasm backend could not be started.');
  registerKernels();
  const own = await backend.registerOwn?.();
  if (own?.threads !== threads) throw new Error(`Our kernels run on ${own?.threads} threads.`);
  running = { threads, end: backend.remove };
}
