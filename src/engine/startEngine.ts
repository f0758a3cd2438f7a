import * as tf from '@tensorflow/tfjs-core';
import { registerKernels } from '../kernels/register.ts';
import type { BackendName, EngineInfo } from '../contract/engine.ts';
import { chooseBackends, type WebglFault } from './chooseBackend.ts';
import type { Abilities, BackendHandle, OwnKernels } from './backendHandle.ts';
import { countThreads } from './countThreads.ts';
import { mayCompileWasm } from './mayCompileWasm.ts';
import { inspectWebgl } from './inspectWebgl.ts';

/** A backend that computes. */
export interface Engine extends BackendHandle, Abilities {
  info: EngineInfo;
}

/**
 * Starts the best backend that works here; throws when none does.
 * @param fault what happened to WebGL earlier in this run; the backend it happened to must be removed
 * @param threads that WebAssembly may compute on
 */
export async function startEngine(
  wish: 'auto' | BackendName,
  fault?: WebglFault,
  threads = threadsHere(),
): Promise<Engine> {
  const webgl = inspectWebgl();
  for (const { backend, reason } of chooseBackends(wish, webgl, fault, mayCompileWasm())) {
    const handle = await start(backend, threads);
    if (!handle) continue;
    registerKernels();
    const own = await handle.registerOwn?.();
    const kernels = own ? ` with ${own.name}` : '';
    const device = describe(backend, webgl?.renderer ?? '', own?.threads) + kernels;
    return { ...handle, ...own?.abilities, info: { backend, device, reason } };
  }
  throw new Error('No engine could be started in this browser.');
}

/** Only a page that is cross-origin isolated may share memory between threads. */
function threadsHere(): number {
  return globalThis.crossOriginIsolated ? countThreads(navigator.hardwareConcurrency) : 1;
}

async function start(backend: BackendName, threads: number): Promise<BackendHandle | undefined> {
  try {
    const handle = await load[backend](threads);
    if (await tf.setBackend(backend)) return handle;
  } catch (error) {
    console.warn(`The ${backend} backend could not be started.`, error);
  }
  return undefined;
}

/** Only the backend in use is downloaded. */
export const load: Record<BackendName, (threads: number) => Promise<BackendHandle>> = {
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
  const { registerWebglKernels } = await import('../kernels/webgl/register.ts');
  const abilities = registerWebglKernels();
  return abilities ? { name: 'our own shaders', abilities } : undefined;
}

function describe(backend: BackendName, renderer: string, threads = 1): string {
  if (backend === 'webgl') return renderer ? `WebGL on ${renderer}` : 'WebGL';
  if (backend === 'cpu') return 'JavaScript on the CPU';
  return `WebAssembly on the CPU${threads > 1 ? `, ${threads} threads,` : ''}`;
}
