import type * as tf from '@tensorflow/tfjs-core';
import type { BatchNormOptions } from '../batchNormEvaluation/batchNormEvaluation.ts';
import { runKernel } from '../runKernel.ts';
import { expectShape } from '../shapes.ts';
import { BatchNormTraining, BatchNormTrainingGrad } from './contract.ts';

/**
 * Batch normalisation with the statistics of this batch (Ioffe and Szegedy 2015, algorithm 1), the
 * shortcut's addition and the ReLU folded in. Differentiable by x, scale, offset and addend, not
 * through mean and variance.
 * @param x feature maps [batch, height, width, channels]
 * @param scale γ [channels]
 * @param offset β [channels]
 * @returns y as x; mean and biased variance [channels]
 * @throws when shapes don't fit, naming them
 */
export function batchNormTraining(
  x: tf.Tensor4D,
  scale: tf.Tensor1D,
  offset: tf.Tensor1D,
  { epsilon, relu = false, addend }: BatchNormOptions,
): { y: tf.Tensor4D; mean: tf.Tensor1D; variance: tf.Tensor1D } {
  expectShape('batchNormTraining', 'x', x, ['batch', 'height', 'width', 'channels']);
  expectShape('batchNormTraining', 'scale', scale, [x.shape[3]]);
  expectShape('batchNormTraining', 'offset', offset, [x.shape[3]]);
  if (addend) expectShape('batchNormTraining', 'addend', addend, x.shape);

  const [y, mean, variance] = runKernel<BatchNormTraining>(
    BatchNormTraining,
    { x, scale, offset, ...(addend && { addend }) },
    { epsilon, relu, addend: addend !== undefined },
  );
  return { y, mean, variance };
}

/** TensorFlow.js hands over the outputs' gradients, what was saved, and the forward pass's attributes. */
export const batchNormTrainingGradient: tf.GradConfig = {
  kernelName: BatchNormTraining,
  inputsToSave: ['x', 'scale'],
  outputsToSave: [true, true, true],
  gradFunc: (dys, saved, given) => {
    const [dy] = dys as BatchNormTraining['outputs'];
    const [x, scale, ...outputs] = saved as [
      tf.Tensor4D,
      tf.Tensor1D,
      ...BatchNormTraining['outputs'],
    ];
    const [y, mean, variance] = outputs;
    const attrs = given as BatchNormTraining['attrs'];
    // Run here, once: the functions below are called one by one, each in a tidy of its own.
    const [dx, dScale, dOffset, dAddend] = runKernel<BatchNormTrainingGrad>(
      BatchNormTrainingGrad,
      { dy, x, scale, mean, variance, ...(attrs.relu && { y }) },
      attrs,
    );
    return {
      x: () => dx,
      scale: () => dScale,
      offset: () => dOffset,
      addend: () => dAddend as tf.Tensor,
    };
  },
};
