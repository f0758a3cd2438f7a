import type { WebgpuKernel } from '../webgpu/gpu.ts';
import { updateParameters } from '../webgpu/updateParameters.ts';
import { SgdMomentumUpdate } from './contract.ts';
import { step, stepParameters } from './webgpu.program.ts';

/** The kernel SgdMomentumUpdate on WebGPU. */
export const sgdMomentumUpdate: WebgpuKernel<SgdMomentumUpdate> = {
  kernel: SgdMomentumUpdate,
  run: (gpu, inputs, attrs) => updateParameters(gpu, inputs, step, stepParameters, { ...attrs }),
};
