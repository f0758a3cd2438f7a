import type { BackendKernel, Kernel } from '../kernel.ts';
import type { Heap } from './heap.ts';

/** What the kernels work with: functions of kernels.wasm, together with the memory they work on. */
export interface Wasm<Exports = unknown> {
  module: Exports;
  heap: Heap;
  threads: Threads;
}

/** The threads that a kernel may compute on, the calling one among them. */
export interface Threads {
  /** From call to call it may be another; the results are the same bits. */
  readonly count: number;
  /** Multiplications, or as much work of another kind, that take longer than waking a thread: less is done by one. */
  readonly least: number;
  /**
   * Calls an export of kernels.wasm with each of some lists of arguments, on whichever thread is free, and comes back
   * when all are done. Throws if one failed.
   * @param steps how much each argument grows from one thread to the next
   */
  run(name: string, parts: readonly number[][], steps: readonly number[]): void;
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

/** kernels.wasm: where it is, its bytes, or compiled. */
export type Kernels = BufferSource | string | URL | WebAssembly.Module;

/** Compiles and instantiates the kernels on `memory`; gives their exports. Rejects where SIMD is missing. */
export async function instantiate(
  kernels: Kernels,
  memory: WebAssembly.Memory,
): Promise<WebAssembly.Exports> {
  const module =
    kernels instanceof WebAssembly.Module
      ? kernels
      : await WebAssembly.compile(await load(kernels));
  return (await WebAssembly.instantiate(module, { env: { memory } })).exports;
}

async function load(kernels: BufferSource | string | URL): Promise<BufferSource> {
  return typeof kernels === 'string' || kernels instanceof URL ? fetchKernels(kernels) : kernels;
}

/** A module's bytes. Rejects with what the server says. */
export async function fetchKernels(url: string | URL): Promise<Uint8Array<ArrayBuffer>> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${String(url)}: ${response.status} ${response.statusText}`);
  return new Uint8Array(await response.arrayBuffer());
}
