import { softmaxCrossEntropy } from '../kernels/softmaxCrossEntropy/softmaxCrossEntropy.ts';
import type { Scalar } from '@tensorflow/tfjs-core';
import type { Labels, Logits } from './tensors.ts';

/**
 * The mean over the batch of −log softmax(logits)[label], as PyTorch's CrossEntropyLoss.
 * @throws when shapes don't fit, naming them
 */
export function crossEntropy(logits: Logits, labels: Labels): Scalar {
  return softmaxCrossEntropy(logits, labels);
}
