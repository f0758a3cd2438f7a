import * as tf from '@tensorflow/tfjs-core';
import wasmUrl from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm.wasm?url';
import wasmSimdUrl from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-simd.wasm?url';
import { registerKernels } from '../kernels/register.ts';
import kernelsUrl from '../kernels/wasm/kernels.wasm?url';
import { registerWasmKernels } from '../kernels/wasm/register.ts';
import type { BackendName, EngineInfo } from '../contract/engine.ts';
import { chooseBackends, type WebglFault } from './chooseBackend.ts';
import { mayCompileWasm } from './mayCompileWasm.ts';
import { inspectWebgl } from './inspectWebgl.ts';

/** A backend that computes. */
export interface Engine extends BackendHandle {
  info: EngineInfo;
  /** Compiles the programs of a run ahead, where there are any. */
  compileAhead?: (dryRun: () => Promise<unknown>) => Promise<void>;
}

interface BackendHandle {
  /** Whether it has lost its memory, as a GPU can. */
  isLost(): boolean;
  /** Releases what it holds. */
  remove(): void;
}

/**
 * Starts the best backend that works here; throws when none does.
 * @param fault what happened to WebGL earlier in this run; the backend it happened to must be removed
 */
export async function startEngine(wish: 'auto' | BackendName, fault?: WebglFault): Promise<Engine> {
  const webgl = inspectWebgl();
  for (const { backend, reason } of chooseBackends(wish, webgl, fault, mayCompileWasm())) {
    const handle = await start(backend);
    if (!handle) continue;
    registerKernels();
    const own = await registerOwnKernels(backend);
    const kernels = own ? ` with ${own.name}` : '';
    const device = describe(backend, webgl?.renderer ?? '') + kernels;
    return { ...handle, ...own?.abilities, info: { backend, device, reason } };
  }
  throw new Error('No engine could be started in this browser.');
}

async function start(backend: BackendName): Promise<BackendHandle | undefined> {
  try {
    const handle = await load[backend]();
    if (await tf.setBackend(backend)) return handle;
  } catch (error) {
    console.warn(`The ${backend} backend could not be started.`, error);
  }
  return undefined;
}

/** Only the backend in use is downloaded. */
export const load: Record<BackendName, () => Promise<BackendHandle>> = {
  webgl: async () => (await import('./webglBackend.ts')).registerWebgl(),
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
    return onProcessor('wasm');
  },
  cpu: async () => {
    await import('@tensorflow/tfjs-backend-cpu');
    return onProcessor('cpu');
  },
};

interface OwnKernels {
  /** A name that a reader understands. */
  name: string;
  abilities?: Pick<Engine, 'compileAhead'>;
}

/** Puts our own kernels in place of composed ones, if they can run here. */
async function registerOwnKernels(backend: BackendName): Promise<OwnKernels | undefined> {
  if (backend === 'wasm') {
    const registered = await registerWasmKernels(kernelsUrl);
    return registered ? { name: 'our own SIMD kernels' } : undefined;
  }
  if (backend !== 'webgl') return undefined;
  const { registerWebglKernels } = await import('../kernels/webgl/register.ts');
  const abilities = registerWebglKernels();
  return abilities ? { name: 'our own shaders', abilities } : undefined;
}

/** The CPU's memory is never lost. */
function onProcessor(backend: BackendName): BackendHandle {
  return { isLost: () => false, remove: () => tf.removeBackend(backend) };
}

function describe(backend: BackendName, renderer: string): string {
  if (backend === 'webgl') return renderer ? `WebGL on ${renderer}` : 'WebGL';
  return backend === 'wasm' ? 'WebAssembly on the CPU' : 'JavaScript on the CPU';
}
