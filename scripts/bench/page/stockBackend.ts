import * as tf from '@tensorflow/tfjs-core';
import { loadBackend } from '../../../src/engine/backends/loadBackend.ts';

/** Starts a backend with TensorFlow.js's own kernels, and nothing of ours. */
export async function startStockBackend(backend: 'webgl' | 'wasm'): Promise<void> {
  if (backend === 'wasm') await loadBackend.wasm(1);
  else {
    // Not loadBackend.webgl(), whose settings are tuned for training.
    await import('@tensorflow/tfjs-backend-webgl');
    tf.env().set('SOFTWARE_WEBGL_ENABLED', true);
  }
  if (!(await tf.setBackend(backend))) throw new Error(`The ${backend} backend does not start.`);
}
