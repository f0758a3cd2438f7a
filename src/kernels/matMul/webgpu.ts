import { computeConv2d } from '../conv2d/webgpu.ts';
import { computeFilterGradient } from '../conv2dBackpropFilter/webgpu.ts';
import { computeInputGradient } from '../conv2dBackpropInput/webgpu.ts';
import type { Gpu } from '../webgpu/gpu.ts';
import { matMulAsConvolutions } from './asConvolutions.ts';

/** The kernel BatchMatMul on WebGPU. */
export const matMul = matMulAsConvolutions<Gpu>({
  conv2d: computeConv2d,
  filterGradient: computeFilterGradient,
  inputGradient: computeInputGradient,
});
