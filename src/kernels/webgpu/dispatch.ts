import type { TensorInfo } from '@tensorflow/tfjs-core';
import { pipelineOf, prepare } from './compile.ts';
import { forEachElement, spread } from './elementwise.ts';
import type { Gpu } from './gpu.ts';
import { programs, type ProgramSpec } from './programs.ts';
import { record, type Workgroups } from './record.ts';
import { bufferOf, holdsFloats, output, release, sizeOf } from './tensors.ts';
import { uniformBuffer } from './uniforms.ts';

/**
 * Records a program for the GPU.
 * @param tensors all inputs and outputs, by name
 */
export function dispatch(
  gpu: Gpu,
  spec: ProgramSpec,
  tensors: Record<string, TensorInfo>,
  uniforms: Record<string, number>,
  workgroups: Workgroups,
): void {
  const program = prepare(gpu, spec);
  if (gpu.compilesOnly) {
    // TensorFlow.js may read them.
    for (const name of Object.keys(spec.outputs)) bufferOf(gpu, tensors[name] as TensorInfo);
    return;
  }
  program.pipeline ??= gpu.device.createComputePipeline(pipelineOf(spec.name, program));

  const converted: TensorInfo[] = [];
  const buffers = Object.entries({ ...spec.inputs, ...spec.outputs }).map(([name, element]) => {
    const tensor = tensors[name] as TensorInfo;
    if (element === 'i32' || holdsFloats(gpu, tensor)) return bufferOf(gpu, tensor);
    const floats = toFloats(gpu, tensor);
    converted.push(floats);
    return bufferOf(gpu, floats);
  });
  if (Object.keys(spec.uniforms).length > 0) buffers.push(uniformBuffer(gpu, spec, uniforms));
  const bindGroup = gpu.device.createBindGroup({
    layout: program.layout,
    entries: buffers.map((buffer, binding) => ({ binding, resource: { buffer } })),
  });

  record(gpu, program.pipeline, bindGroup, workgroups);
  release(gpu, ...converted);
}

const convert = programs(() => ({
  name: 'convert',
  inputs: { integers: 'i32' },
  outputs: { floats: 'f32' },
  uniforms: { count: 'u32' },
  body: forEachElement('u.count', 'floats[k] = f32(integers[k]);'),
}));

/** The values of a tensor that TensorFlow.js calls float32, though they are kept as the integers they were cast from. */
function toFloats(gpu: Gpu, integers: TensorInfo): TensorInfo {
  const floats = output(gpu, integers.shape);
  const count = sizeOf(integers);
  dispatch(gpu, convert(), { integers, floats }, { count }, spread(count));
  return floats;
}
