import { readFile } from 'node:fs/promises';
import path from 'node:path';
import * as tf from '@tensorflow/tfjs-core';
import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
import { registerKernels } from '../../src/kernels/register.ts';
import { registerWasmKernels } from '../../src/kernels/wasm/register.ts';
import { buildAssembly } from '../site/assembly.ts';

const root = path.resolve(import.meta.dirname, '../..');

/** Starts WebAssembly with our own kernels in Node, as readers without a GPU have it in the browser. */
export async function startNodeEngine(): Promise<void> {
  tf.env().set('WASM_HAS_MULTITHREAD_SUPPORT', false);
  setWasmPaths(path.join(root, 'node_modules/@tensorflow/tfjs-backend-wasm/dist/'));
  if (!(await tf.setBackend('wasm'))) throw new Error('The wasm backend could not be started.');
  registerKernels();
  await buildAssembly();
  await registerWasmKernels(await readFile(path.join(root, 'src/kernels/wasm/kernels.wasm')));
}
