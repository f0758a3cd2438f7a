import * as tf from '@tensorflow/tfjs-core';
import wasmUrl from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm.wasm?url';
import wasmSimdUrl from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-simd.wasm?url';
import { registerKernels } from '../kernels/register.ts';
import kernelsUrl from '../kernels/wasm/kernels.wasm?url';
import { registerWasmKernels } from '../kernels/wasm/register.ts';
import type { BackendName } from '../runtime/protocol.ts';
import { chooseBackends } from './chooseBackend.ts';
import { inspectWebgl } from './device.ts';

export interface Engine {
  backend: BackendName;
  /** What computes, in words a reader knows. */
  device: string;
  reason: string;
}

/** Starts the best backend that works here; throws when none does. */
export async function startEngine(wish: 'auto' | BackendName): Promise<Engine> {
  const webgl = inspectWebgl();
  for (const { backend, reason } of chooseBackends(wish, webgl)) {
    if (!(await starts(backend))) continue;
    registerKernels();
    const ownKernels = backend === 'wasm' && (await registerWasmKernels(kernelsUrl));
    const device = describe(backend, webgl?.renderer ?? '');
    return { backend, device: ownKernels ? `${device}, our own SIMD kernels` : device, reason };
  }
  throw new Error('No engine starts in this browser.');
}

async function starts(backend: BackendName): Promise<boolean> {
  try {
    await load[backend]();
    return (await tf.setBackend(backend)) && (await tf.ready().then(() => true));
  } catch (error) {
    console.warn(`The ${backend} backend did not start.`, error);
    return false;
  }
}

/** Only the backend in use is downloaded. */
export const load: Record<BackendName, () => Promise<unknown>> = {
  webgl: async () => {
    await import('@tensorflow/tfjs-backend-webgl');
    // Known once the backend is imported. tfjs refuses to compute in software unless told; a reader who
    // asks for WebGL is told by the figure.
    tf.env().set('SOFTWARE_WEBGL_ENABLED', true);
    tf.env().set('WEBGL_USE_SHAPES_UNIFORMS', true);
  },
  wasm: async () => {
    const { setWasmPaths } = await import('@tensorflow/tfjs-backend-wasm');
    // The threaded build starts no threads in 4.22 and needs headers that static hosts don't send.
    tf.env().set('WASM_HAS_MULTITHREAD_SUPPORT', false);
    setWasmPaths({
      'tfjs-backend-wasm.wasm': wasmUrl,
      'tfjs-backend-wasm-simd.wasm': wasmSimdUrl,
      // Asked for by name, never fetched.
      'tfjs-backend-wasm-threaded-simd.wasm': wasmSimdUrl,
    });
  },
  cpu: () => import('@tensorflow/tfjs-backend-cpu'),
};

function describe(backend: BackendName, renderer: string): string {
  if (backend === 'webgl') return renderer ? `WebGL on ${renderer}` : 'WebGL';
  return backend === 'wasm' ? 'WebAssembly on the processor' : 'JavaScript on the processor';
}
