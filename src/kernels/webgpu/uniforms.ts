import type { Gpu } from './gpu.ts';
import type { ProgramSpec } from './programs.ts';
import { programsAtOnce } from './record.ts';

/**
 * Buffers of uniforms that are kept: more than there are programs recorded and not yet handed to the GPU, and than
 * several networks ask for in a step, each for about sixty.
 */
const most = 8 * programsAtOnce;

/** Bytes of each, so that any may be written for any program; devices align uniforms to as many. */
const size = 256;

/**
 * The buffer that holds a program's uniforms. Most programs of a network are given the same in every step, and find
 * it. For others, as where the rate changes, the buffer that was not asked for the longest is written anew: what is
 * to read its old values has been handed to the GPU, which takes all that it is handed in its order.
 */
export function uniformBuffer(
  { device, uniforms }: Gpu,
  spec: ProgramSpec,
  values: Record<string, number>,
): GPUBuffer {
  const fields = Object.entries(spec.uniforms);
  const key = fields.map(([name, type]) => `${type}${values[name]}`).join();
  let buffer = uniforms.get(key);
  if (buffer) {
    uniforms.delete(key);
  } else {
    buffer = oldestOf(uniforms) ?? createBuffer(device);
    device.queue.writeBuffer(buffer, 0, bytesOf(spec, values));
  }
  // The last of the map is what was asked for last.
  uniforms.set(key, buffer);
  return buffer;
}

/** Takes the buffer that was not asked for the longest, if there are as many as are kept. */
function oldestOf(uniforms: Map<string, GPUBuffer>): GPUBuffer | undefined {
  if (uniforms.size < most) return undefined;
  const [key, buffer] = uniforms.entries().next().value as [string, GPUBuffer];
  uniforms.delete(key);
  return buffer;
}

function createBuffer(device: GPUDevice): GPUBuffer {
  return device.createBuffer({ size, usage: GPUBufferUsage.UNIFORM | GPUBufferUsage.COPY_DST });
}

function bytesOf(spec: ProgramSpec, values: Record<string, number>): ArrayBuffer {
  const bytes = new DataView(new ArrayBuffer(size));
  Object.entries(spec.uniforms).forEach(([name, type], i) => {
    const value = values[name];
    if (value === undefined) throw new Error(`${spec.name}: the uniform ${name} is missing.`);
    if (type === 'f32') bytes.setFloat32(4 * i, value, true);
    else bytes.setInt32(4 * i, value, true);
  });
  return bytes.buffer;
}
