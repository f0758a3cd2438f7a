import type { WebgpuKernel } from '../webgpu/gpu.ts';
import { updateParameters } from '../webgpu/updateParameters.ts';
import { AdamUpdate } from './contract.ts';
import { step, stepParameters } from './webgpu.program.ts';

/** The kernel AdamUpdate on WebGPU. */
export const adamUpdate: WebgpuKernel<AdamUpdate> = {
  kernel: AdamUpdate,
  run: (gpu, inputs, attrs) => updateParameters(gpu, inputs, step, stepParameters, { ...attrs }),
};
