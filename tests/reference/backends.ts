import * as tf from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-backend-cpu';
import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
import wasmUrl from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm.wasm?url';
import wasmSimdUrl from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-simd.wasm?url';
import '@tensorflow/tfjs-backend-webgl';
import { afterAll, beforeAll, describe, expect } from 'vitest';
import { registerKernels } from '../../src/kernels/register.ts';
import { registerWebglKernels } from '../../src/kernels/webgl/register.ts';

const inBrowser = typeof window !== 'undefined';

/** Where tests of networks and kernels run: WebGL needs a browser. */
const backends = inBrowser ? ['cpu', 'wasm', 'webgl'] : ['cpu', 'wasm'];

/**
 * Describes one suite for every backend that runs here. `body` is called while tests are collected,
 * before the backend is set: make tensors in tests. Afterwards no tensor may be left.
 */
export function describeBackends(name: string, body: (backend: string) => void): void {
  describe.each(backends)(`${name} on %s`, (backend) => {
    let before = 0;
    beforeAll(async () => {
      await startBackend(backend);
      before = tf.memory().numTensors;
    });
    body(backend);
    afterAll(() => {
      expect(tf.memory().numTensors - before, 'tensors left over').toBe(0);
    });
  });
}

async function startBackend(backend: string): Promise<void> {
  // Vite serves the files to a browser; in Node its URLs are paths from the project's folder.
  const locate = (url: string) => (inBrowser ? url : process.cwd() + url);
  setWasmPaths({
    'tfjs-backend-wasm.wasm': locate(wasmUrl),
    'tfjs-backend-wasm-simd.wasm': locate(wasmSimdUrl),
    'tfjs-backend-wasm-threaded-simd.wasm': locate(wasmSimdUrl), // asked for by name, never fetched
  });
  tf.env().set('WASM_HAS_MULTITHREAD_SUPPORT', false);
  tf.env().set('SOFTWARE_WEBGL_ENABLED', true);
  tf.env().set('WEBGL_USE_SHAPES_UNIFORMS', true);
  tf.env().set('WEBGL_CPU_FORWARD', false); // or tensors as small as these would never meet a shader
  expect(await tf.setBackend(backend), `${backend} starts`).toBe(true);
  registerKernels();
  if (backend === 'webgl') expect(registerWebglKernels(), 'our WebGL kernels').toBe(true);
}
