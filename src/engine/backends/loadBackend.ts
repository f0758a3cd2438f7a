import * as tf from '@tensorflow/tfjs-core';
import type { BackendName } from '../../contract/engine.ts';
import type { BackendHandle, OwnKernels } from './backendHandle.ts';

/** Readies a backend of TensorFlow.js. Only the one in use is downloaded. Rejects where it does not start. */
export const loadBackend: Record<BackendName, (threads: number) => Promise<BackendHandle>> = {
  webgpu: async () => (await import('./webgpuBackend.ts')).registerWebgpu(),
  webgl: async () => {
    const handle = (await import('./webglBackend.ts')).registerWebgl();
    return { ...handle, registerOwn: registerShaders };
  },
  wasm: async (threads) => (await import('./wasmBackend.ts')).registerWasm(threads),
  cpu: async () => {
    await import('@tensorflow/tfjs-backend-cpu');
    return { isLost: () => false, remove: () => tf.removeBackend('cpu') };
  },
};

async function registerShaders(): Promise<OwnKernels | undefined> {
  const { registerWebglKernels } = await import('../../kernels/webgl/register.ts');
  const abilities = registerWebglKernels();
  return abilities ? { name: 'our own shaders', abilities } : undefined;
}
