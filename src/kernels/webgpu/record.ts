import type { Gpu } from './gpu.ts';

/** What TensorFlow.js's backend records its programs with: ours are recorded among them, in their order. */
interface Recorder {
  commandEncoder: GPUCommandEncoder;
  computePassEncoder: GPUComputePassEncoder | null;
  dispatchCountInPass: number;
}

/** How many there are, along x, y and z. */
export type Workgroups = [x: number, y?: number, z?: number];

/**
 * Programs after which what has been recorded is handed to the GPU, which then computes while more is
 * recorded: what a step of a small network takes, which is sent when its loss is read.
 */
export const programsAtOnce = 128;

export function record(
  gpu: Gpu,
  pipeline: GPUComputePipeline,
  bindGroup: GPUBindGroup,
  workgroups: Workgroups,
): void {
  const recorder = recorderOf(gpu);
  recorder.computePassEncoder ??= recorder.commandEncoder.beginComputePass();
  const pass = recorder.computePassEncoder;
  pass.setPipeline(pipeline);
  pass.setBindGroup(0, bindGroup);
  pass.dispatchWorkgroups(...workgroups);
  if (++recorder.dispatchCountInPass < programsAtOnce) return;
  gpu.backend.endComputePassEncoder();
  gpu.backend.submitQueue();
}

/** Of buffers of one size. */
export function recordCopy(gpu: Gpu, from: GPUBuffer, to: GPUBuffer): void {
  const recorder = recorderOf(gpu);
  gpu.backend.endComputePassEncoder();
  recorder.commandEncoder.copyBufferToBuffer(from, 0, to, 0, from.size);
}

function recorderOf({ backend }: Gpu): Recorder {
  backend.ensureCommandEncoderReady();
  return backend as unknown as Recorder;
}
