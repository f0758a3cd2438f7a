import { withPulse } from '../../backends/withPulse.ts';
import { findAdapter } from '../../ladder/inspectWebgpu.ts';
import { programs } from './webgpuPrograms.ts';
import { work, workInputs, type Probe } from '../work.ts';

const { pictures, size, channels, parts } = work;
const vectors = (pictures * size * size * channels) / 4;
const vectorBytes = 16;
const pixelBytes = channels * 4;

/** WebGPU without TensorFlow.js, on a device of its own. Rejects where a program does not compile. */
export async function startWebgpuProbe(): Promise<Probe> {
  const device = await (await findAdapter())?.requestDevice();
  if (!device) throw new Error('There is no WebGPU adapter.');
  try {
    return await prepare(device);
  } catch (error) {
    device.destroy();
    throw error;
  }
}

async function prepare(device: GPUDevice): Promise<Probe> {
  const { STORAGE, COPY_DST, COPY_SRC, MAP_READ } = GPUBufferUsage;
  const create = (bytes: number) =>
    device.createBuffer({ size: bytes, usage: STORAGE | COPY_SRC | COPY_DST });
  const { map, filter } = workInputs();
  const first = create(vectors * vectorBytes);
  device.queue.writeBuffer(first, 0, map as Float32Array<ArrayBuffer>);
  const weights = create(filter.byteLength);
  device.queue.writeBuffer(weights, 0, filter);
  const [convolved, normalised] = [create(vectors * vectorBytes), create(vectors * vectorBytes)];
  const [sums, factors] = [create(4 * parts * vectorBytes), create(4 * vectorBytes)];
  const result = device.createBuffer({ size: pixelBytes, usage: COPY_DST | MAP_READ });
  const compile = (code: string) =>
    device.createComputePipelineAsync({
      layout: 'auto',
      compute: { module: device.createShaderModule({ code }) },
    });
  const [convolve, sum, findFactors, apply] = await Promise.all([
    compile(programs.convolve),
    compile(programs.sum),
    compile(programs.factors),
    compile(programs.apply),
  ]);

  return {
    async turn(layers) {
      const encoder = device.createCommandEncoder();
      const pass = encoder.beginComputePass();
      const dispatch = (pipeline: GPUComputePipeline, buffers: GPUBuffer[], groups: number) => {
        const entries = buffers.map((buffer, binding) => ({ binding, resource: { buffer } }));
        const layout = pipeline.getBindGroupLayout(0);
        pass.setPipeline(pipeline);
        // Anew each time, as training has to: its tensors are others in each step.
        pass.setBindGroup(0, device.createBindGroup({ layout, entries }));
        pass.dispatchWorkgroups(groups);
      };
      let x = first;
      for (let layer = 0; layer < layers; layer++) {
        dispatch(convolve, [x, weights, convolved], vectors / 64);
        dispatch(sum, [convolved, sums], (2 * parts) / 64);
        dispatch(findFactors, [sums, factors], 1);
        dispatch(apply, [convolved, factors, normalised], vectors / 64);
        x = normalised;
      }
      pass.end();
      encoder.copyBufferToBuffer(x, 0, result, 0, pixelBytes);
      device.queue.submit([encoder.finish()]);
      await withPulse(device.queue, result.mapAsync(GPUMapMode.READ));
      const pixel = new Float32Array(result.getMappedRange().slice(0));
      result.unmap();
      return pixel;
    },
    end: () => device.destroy(),
  };
}
