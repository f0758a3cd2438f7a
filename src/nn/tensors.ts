import type { Tensor1D, Tensor2D, Tensor4D } from '@tensorflow/tfjs-core';

/** Feature maps or pictures [batch, height, width, channels]. */
export type FeatureMaps = Tensor4D;

/** One row of scores a picture, the larger the likelier [batch, classes]. */
export type Logits = Tensor2D;

/** One class a picture [batch], int32. */
export type Labels = Tensor1D;
