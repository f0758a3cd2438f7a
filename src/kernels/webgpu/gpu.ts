import { WebGPUBackend } from '@tensorflow/tfjs-backend-webgpu';
import type { BackendKernel, Kernel } from '../kernel.ts';

/** TensorFlow.js's WebGPU backend with what our programs keep on its device. */
export interface Gpu {
  readonly backend: WebGPUBackend;
  readonly device: GPUDevice;
  /** Tensors that one program can read and write. */
  readonly maxTensors: number;
  /** While true, programs are compiled and none of ours runs. */
  compilesOnly: boolean;
  /** Programs by name. */
  readonly programs: Map<string, CompiledProgram>;
  /** Buffers of uniforms by what they hold, in the order they were last asked for. */
  readonly uniforms: Map<string, GPUBuffer>;
}

export interface CompiledProgram {
  readonly layout: GPUBindGroupLayout;
  /** Of `layout` alone. */
  readonly pipelineLayout: GPUPipelineLayout;
  readonly module: GPUShaderModule;
  /** Undefined until it is first needed, or compiled ahead. */
  pipeline?: GPUComputePipeline;
}

/** A kernel on WebGPU. */
export type WebgpuKernel<K extends Kernel> = BackendKernel<K, Gpu>;

/** The GPU behind a backend of TensorFlow.js, or null where it is another backend. */
export function createGpu(backend: unknown): Gpu | null {
  if (!(backend instanceof WebGPUBackend)) return null;
  const { device } = backend;
  return {
    backend,
    device,
    maxTensors: device.limits.maxStorageBuffersPerShaderStage,
    compilesOnly: false,
    programs: new Map(),
    uniforms: new Map(),
  };
}
