import type { Heap } from './heap.ts';

/** Exports of kernels.wasm, as in assembly/. Addresses and counts are unsigned, steps may be negative. */
export interface KernelModule {
  zeroFloats(target: number, bytes: number): void;
  packPanels(...args: Args<10>): void;
  convolve(...args: Args<23>): void;
  filterGradient(...args: Args<21>): void;
  winogradConvolve(...args: Args<21>): void;
  winogradFilterGradient(...args: Args<21>): void;
  batchNormTraining(...args: Args<12>): void;
  batchNormTrainingGrad(...args: Args<14>): void;
  sgdMomentumUpdate(...args: Args<9>): void;
}

/** The compiled kernels together with the memory they work on. */
export interface Kernels {
  module: KernelModule;
  heap: Heap;
}

/** Compiles and instantiates the kernels on `memory`. Rejects where SIMD is missing. */
export async function instantiate(
  kernels: BufferSource | string | URL,
  memory: WebAssembly.Memory,
): Promise<KernelModule> {
  const { instance } = await WebAssembly.instantiate(await load(kernels), { env: { memory } });
  return instance.exports as unknown as KernelModule;
}

async function load(kernels: BufferSource | string | URL): Promise<BufferSource> {
  if (typeof kernels !== 'string' && !(kernels instanceof URL)) return kernels;
  const response = await fetch(kernels);
  if (!response.ok)
    throw new Error(`${String(kernels)}: ${response.status} ${response.statusText}`);
  return response.arrayBuffer();
}

/** A tuple of N numbers, so that a forgotten argument does not compile. */
type Args<N extends number, T extends number[] = []> = T['length'] extends N
  ? T
  : Args<N, [...T, number]>;
