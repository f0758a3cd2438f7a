import * as tf from '@tensorflow/tfjs-core';
import { runKernel } from '../runKernel.ts';
import { expectShape } from '../shapes.ts';
import { SoftmaxCrossEntropyWithGrad } from './contract.ts';

/**
 * The mean over the batch of −log softmax(logits)[label], with its own gradient by the logits:
 * (softmax − onehot) / batch, computed in the same pass.
 * @param logits [batch, classes]
 * @param labels [batch], int32 in [0, classes)
 * @throws when shapes or types don't fit, naming them
 */
export function softmaxCrossEntropy(logits: tf.Tensor2D, labels: tf.Tensor1D): tf.Scalar {
  expectShape('softmaxCrossEntropy', 'logits', logits, ['batch', 'classes']);
  expectShape('softmaxCrossEntropy', 'labels', labels, [logits.shape[0]]);
  if (labels.dtype !== 'int32')
    throw new Error(`softmaxCrossEntropy: expected labels of type int32, got ${labels.dtype}.`);

  const inputs = { logits, labels };
  const [loss] = runKernel<SoftmaxCrossEntropyWithGrad>(SoftmaxCrossEntropyWithGrad, inputs, {});
  return loss;
}

export const softmaxCrossEntropyGradient: tf.GradConfig = {
  kernelName: SoftmaxCrossEntropyWithGrad,
  outputsToSave: [false, true],
  gradFunc: (dys, saved) => {
    const [dLoss] = dys as tf.Tensor[];
    const [dLogits] = saved;
    return { logits: () => tf.mul(dLogits as tf.Tensor, dLoss as tf.Tensor) };
  },
};
