import * as tf from '@tensorflow/tfjs-core';
import {
  BatchNormTraining,
  BatchNormTrainingGrad,
  type BatchNormTrainingAttrs,
} from './contracts.ts';
import { expectShape } from './shapes.ts';

export interface BatchNormOptions {
  epsilon: number;
  /** Take max(0, ·) of the result. */
  relu?: boolean;
  /** Added before the ReLU: a shortcut. */
  addend?: tf.Tensor4D;
}

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

  const attrs: BatchNormTrainingAttrs = { epsilon, relu, addend: addend !== undefined };
  const inputs = { x, scale, offset, ...(addend && { addend }) };
  const [y, mean, variance] = tf.engine().runKernel<tf.Tensor[]>(BatchNormTraining, inputs, attrs);
  return { y: y as tf.Tensor4D, mean: mean as tf.Tensor1D, variance: variance as tf.Tensor1D };
}

/** TensorFlow.js hands over the outputs' gradients, what was saved, and the forward pass's attributes. */
export const batchNormTrainingGradient: tf.GradConfig = {
  kernelName: BatchNormTraining,
  inputsToSave: ['x', 'scale'],
  outputsToSave: [true, true, true],
  gradFunc: (dys, saved, attrs) => {
    const [dy] = dys as tf.Tensor[];
    const [x, scale, y, mean, variance] = saved;
    const { relu } = attrs as BatchNormTrainingAttrs;
    // Run here, once: the functions below are called one by one, each in a tidy of its own.
    const [dx, dScale, dOffset, dAddend] = tf
      .engine()
      .runKernel<tf.Tensor[]>(
        BatchNormTrainingGrad,
        { dy, x, scale, mean, variance, ...(relu && { y }) } as tf.NamedTensorMap,
        attrs,
      );
    return {
      x: () => dx as tf.Tensor,
      scale: () => dScale as tf.Tensor,
      offset: () => dOffset as tf.Tensor,
      addend: () => dAddend as tf.Tensor,
    };
  },
};
