import { computeConv2d } from '../conv2d/webgl.ts';
import { computeFilterGradient } from '../conv2dBackpropFilter/webgl.ts';
import { computeInputGradient } from '../conv2dBackpropInput/webgl.ts';
import type { Gpu } from '../webgl/gpu.ts';
import { matMulAsConvolutions } from './asConvolutions.ts';

/** The kernel BatchMatMul on WebGL. */
export const matMul = matMulAsConvolutions<Gpu>({
  conv2d: computeConv2d,
  filterGradient: computeFilterGradient,
  inputGradient: computeInputGradient,
});
