import { WebGPUBackend } from '@tensorflow/tfjs-backend-webgpu';
import type { BackendKernel, Kernel } from '../kernel.ts';

/** TensorFlow.js's WebGPU backend with what our programs keep on its device. */
export interface Gpu {
  readonly backend: WebGPUBackend;
}

/** A kernel on WebGPU. */
export type WebgpuKernel<K extends Kernel> = BackendKernel<K, Gpu>;

/** The GPU behind a backend of TensorFlow.js, or null where it is another backend. */
export function createGpu(backend: unknown): Gpu | null {
  return backend instanceof WebGPUBackend ? { backend } : null;
}
