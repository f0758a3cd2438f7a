import type { WebglKernel } from '../webgl/gpu.ts';
import { updateParameters } from '../webgl/updateParameters.ts';
import { SgdMomentumUpdate } from './contract.ts';
import { step, stepParameters } from './webgl.program.ts';

/** The kernel SgdMomentumUpdate on WebGL. */
export const sgdMomentumUpdate: WebglKernel<SgdMomentumUpdate> = {
  kernel: SgdMomentumUpdate,
  run: (gpu, inputs, attrs) => updateParameters(gpu, inputs, step, stepParameters, { ...attrs }),
};
