import type { BackendName } from '../../../src/contract/engine.ts';
import { startEngine } from '../../../src/engine/startEngine.ts';
import { registerKernels } from '../../../src/kernels/register.ts';
import { startStockBackend } from './stockBackend.ts';

/**
 * The engine that the chapter starts. Throws when it starts on another backend, or on fewer threads.
 * @param threads as many as the chapter takes if undefined
 */
export async function startOurEngine(wish: BackendName, threads?: number) {
  const engine = await startEngine(wish, [], { threads, timesSteps: true });
  if (engine.info.backend !== wish) throw new Error(`The ${wish} engine does not start here.`);
  if (threads && threads > 1 && !engine.info.device.includes(`${threads} threads`))
    throw new Error(`The ${wish} engine starts on ${engine.info.device}.`);
  return engine;
}

/** TensorFlow.js's own backend with every kernel of ours in its composed form. */
export async function startComposedEngine(backend: 'webgl' | 'wasm'): Promise<void> {
  await startStockBackend(backend);
  registerKernels();
}
