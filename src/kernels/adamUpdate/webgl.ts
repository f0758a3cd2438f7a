import type { WebglKernel } from '../webgl/gpu.ts';
import { updateParameters } from '../webgl/updateParameters.ts';
import { AdamUpdate } from './contract.ts';
import { step, stepParameters } from './webgl.program.ts';

/** The kernel AdamUpdate on WebGL. */
export const adamUpdate: WebglKernel<AdamUpdate> = {
  kernel: AdamUpdate,
  run: (gpu, inputs, attrs) => updateParameters(gpu, inputs, step, stepParameters, { ...attrs }),
};
