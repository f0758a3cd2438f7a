import type { Scalar, Tensor1D, Tensor2D } from '@tensorflow/tfjs-core';
import type { Kernel } from '../kernel.ts';

export const SoftmaxCrossEntropyWithGrad = 'SoftmaxCrossEntropyWithGrad';
/**
 * The mean over the batch of −log softmax(logits)[label], and its gradient by the logits:
 * (softmax − onehot) / batch.
 * logits, dLogits [batch, classes]; labels [batch], int32 in [0, classes)
 */
export type SoftmaxCrossEntropyWithGrad = Kernel<
  { logits: Tensor2D; labels: Tensor1D },
  object,
  [loss: Scalar, dLogits: Tensor2D]
>;
