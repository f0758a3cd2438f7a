import type { BackendName } from '../../contract/engine.ts';

/** The rungs of the ladder that compute on a GPU, best first. */
export const gpuRungs = ['webgpu', 'webgl'] as const;
export type GpuRung = (typeof gpuRungs)[number];

export const rungNames: Record<BackendName, string> = {
  ...{ webgpu: 'WebGPU', webgl: 'WebGL', wasm: 'WebAssembly', cpu: 'JavaScript' },
};

/** A GPU as one of its rungs shows it, as far as the browser reveals it. */
export interface GpuDevice {
  /** The driver's name, or '' if the browser hides it. */
  renderer: string;
  /** Emulated on the CPU: slower than WebAssembly, faster than plain JavaScript. */
  software: boolean;
  /** It computes with 32-bit floats; half floats turn training into NaN. */
  float32: boolean;
}

/** Whether a backend can lose its memory, and every tensor with it. */
export function isGpuRung(backend: string): backend is GpuRung {
  return gpuRungs.some((rung) => rung === backend);
}

const softwareRenderers = /swiftshader|llvmpipe|softpipe|lavapipe|basic render|\bwarp\b|software/i;

/** Whether a driver of this name draws on the CPU: that needs no measurement. */
export function isSoftware(renderer: string): boolean {
  return softwareRenderers.test(renderer);
}
