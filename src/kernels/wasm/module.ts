import type { BackendKernel, Kernel } from '../kernel.ts';
import type { Heap } from './heap.ts';

/** What the kernels work with: functions of kernels.wasm, together with the memory they work on. */
export interface Wasm<Exports = unknown> {
  module: Exports;
  heap: Heap;
}

/** A kernel on WebAssembly, which calls `Exports` of kernels.wasm. */
export type WasmKernel<K extends Kernel, Exports = unknown> = BackendKernel<K, Wasm<Exports>>;

/**
 * An exported function of N numbers, so that a forgotten argument does not compile. Addresses and counts
 * are unsigned, steps may be negative.
 */
export type Export<N extends number> = (...args: Args<N>) => void;

type Args<N extends number, T extends number[] = []> = T['length'] extends N
  ? T
  : Args<N, [...T, number]>;

/** Compiles and instantiates the kernels on `memory`; gives their exports. Rejects where SIMD is missing. */
export async function instantiate(
  kernels: BufferSource | string | URL,
  memory: WebAssembly.Memory,
): Promise<WebAssembly.Exports> {
  const { instance } = await WebAssembly.instantiate(await load(kernels), { env: { memory } });
  return instance.exports;
}

async function load(kernels: BufferSource | string | URL): Promise<BufferSource> {
  if (typeof kernels !== 'string' && !(kernels instanceof URL)) return kernels;
  const response = await fetch(kernels);
  if (!response.ok)
    throw new Error(`${String(kernels)}: ${response.status} ${response.statusText}`);
  return response.arrayBuffer();
}
