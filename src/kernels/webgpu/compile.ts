import type { CompiledProgram, Gpu } from './gpu.ts';
import type { ProgramSpec } from './programs.ts';
import { shaderSource } from './shaderSource.ts';

/** A program's shader and layout, made once a device; its pipeline may still be missing. */
export function prepare(gpu: Gpu, spec: ProgramSpec): CompiledProgram {
  const known = gpu.programs.get(spec.name);
  if (known) return known;
  const { device } = gpu;
  const label = spec.name;
  const types: GPUBufferBindingType[] = [
    ...Object.keys(spec.inputs).map(() => 'read-only-storage' as const),
    ...Object.keys(spec.outputs).map(() => 'storage' as const),
    ...(Object.keys(spec.uniforms).length > 0 ? (['uniform'] as const) : []),
  ];
  const layout = device.createBindGroupLayout({
    label,
    entries: types.map((type, binding) => ({
      binding,
      visibility: GPUShaderStage.COMPUTE,
      buffer: { type },
    })),
  });
  const program: CompiledProgram = {
    layout,
    pipelineLayout: device.createPipelineLayout({ label, bindGroupLayouts: [layout] }),
    module: device.createShaderModule({ label, code: shaderSource(spec) }),
  };
  gpu.programs.set(spec.name, program);
  return program;
}

/** What a device is told to make a program's pipeline. */
export function pipelineOf(
  name: string,
  { pipelineLayout, module }: CompiledProgram,
): GPUComputePipelineDescriptor {
  return { label: name, layout: pipelineLayout, compute: { module, entryPoint: 'main' } };
}
