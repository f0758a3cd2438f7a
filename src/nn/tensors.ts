import type { Tensor1D, Tensor2D, Tensor3D, Tensor4D } from '@tensorflow/tfjs-core';

/** Feature maps or pictures [batch, height, width, channels]. */
export type FeatureMaps = Tensor4D;

/** One row of scores a picture, the larger the likelier [batch, classes]. */
export type Logits = Tensor2D;

/** One class a picture [batch], int32. */
export type Labels = Tensor1D;

/** Words as their numbers in a vocabulary [batch, tokens], int32. */
export type Tokens = Tensor2D;

/** A transformer's residual stream: a vector a token [batch, tokens, width]. */
export type Stream = Tensor3D;
