import { computeConv2d } from '../conv2d/wasm.ts';
import type { ConvolveExports } from '../conv2d/wasm.convolve.ts';
import { computeFilterGradient, type FilterGradientExports } from '../conv2dBackpropFilter/wasm.ts';
import { computeInputGradient } from '../conv2dBackpropInput/wasm.ts';
import type { Wasm } from '../wasm/module.ts';
import { matMulAsConvolutions } from './asConvolutions.ts';

/**
 * The kernel BatchMatMul on WebAssembly. TensorFlow.js's own is slow with an argument transposed, as gradients
 * have them; with few rows that does not matter.
 */
export const matMul = matMulAsConvolutions<Wasm<ConvolveExports & FilterGradientExports>>(
  {
    conv2d: computeConv2d,
    filterGradient: computeFilterGradient,
    inputGradient: computeInputGradient,
  },
  (rows) => rows < manyRows,
);

/** A transformer's tokens; a linear layer at the end of a network has a row a picture. */
const manyRows = 256;
