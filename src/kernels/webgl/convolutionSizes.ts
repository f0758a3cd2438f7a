import type { Lanes } from './texels.ts';

/** Of rows and columns. */
export type Pair = readonly [number, number];

/** What the programs of a convolution are written for. */
export type ConvolutionChoices = readonly [
  inLanes: Lanes,
  outLanes: Lanes,
  taps: Pair,
  strides: Pair,
];

/** Their uniforms: the input's and the output's sizes, padding above and to the left. A group is a texel's channels. */
export const sizeUniforms = {
  height: 'int',
  width: 'int',
  inGroups: 'int',
  outHeight: 'int',
  outWidth: 'int',
  outGroups: 'int',
  top: 'int',
  left: 'int',
} as const;
