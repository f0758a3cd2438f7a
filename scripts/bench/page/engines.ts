import type { BackendName } from '../../../src/contract/engine.ts';
import { startEngine } from '../../../src/engine/startEngine.ts';
import { registerKernels } from '../../../src/kernels/register.ts';
import { startStockBackend } from './stockBackend.ts';

/** The engine that the chapter starts. Throws when it starts on another backend. */
export async function startOurEngine(wish: BackendName) {
  const engine = await startEngine(wish);
  if (engine.info.backend !== wish) throw new Error(`The ${wish} engine does not start here.`);
  return engine;
}

/** TensorFlow.js's own backend with every kernel of ours in its composed form. */
export async function startComposedEngine(backend: 'webgl' | 'wasm'): Promise<void> {
  await startStockBackend(backend);
  registerKernels();
}
