import * as tf from '@tensorflow/tfjs-core';
import type { BatchNormOptions } from '../batchNormEvaluation/batchNormEvaluation.ts';
import { runKernel } from '../runKernel.ts';
import { expectShape } from '../shapes.ts';
import {
  BatchNormTraining,
  BatchNormTrainingGrad,
  BatchNormTrainingWithUpdate,
} from './contract.ts';

/** What a network in evaluation mode normalises by. */
export interface RunningStatistics {
  /** [channels] */
  mean: tf.Variable<tf.Rank.R1>;
  /** [channels], of unbiased variances. */
  variance: tf.Variable<tf.Rank.R1>;
  /** The weight of the newest batch. */
  momentum: number;
}

/**
 * Batch normalisation with the statistics of this batch (Ioffe and Szegedy 2015, algorithm 1), the
 * shortcut's addition and the ReLU folded in. Differentiable by x, scale, offset and addend, not
 * through mean and variance.
 * @param x feature maps [batch, height, width, channels]
 * @param scale γ [channels]
 * @param offset β [channels]
 * @param running moved towards the batch's, as PyTorch's BatchNorm2d does, if given:
 *   running ← (1 − momentum) · running + momentum · batch
 * @returns y as x; mean and biased variance [channels]
 * @throws when shapes don't fit, naming them
 */
export function batchNormTraining(
  x: tf.Tensor4D,
  scale: tf.Tensor1D,
  offset: tf.Tensor1D,
  { epsilon, relu = false, addend }: BatchNormOptions,
  running?: RunningStatistics,
): { y: tf.Tensor4D; mean: tf.Tensor1D; variance: tf.Tensor1D } {
  expectShape('batchNormTraining', 'x', x, ['batch', 'height', 'width', 'channels']);
  expectShape('batchNormTraining', 'scale', scale, [x.shape[3]]);
  expectShape('batchNormTraining', 'offset', offset, [x.shape[3]]);
  if (addend) expectShape('batchNormTraining', 'addend', addend, x.shape);

  const inputs = { x, scale, offset, ...(addend && { addend }) };
  const attrs = { epsilon, relu, addend: addend !== undefined };
  if (!running) {
    const [y, mean, variance] = runKernel<BatchNormTraining>(BatchNormTraining, inputs, attrs);
    return { y, mean, variance };
  }
  const count = x.size / scale.size;
  return tf.tidy(() => {
    const [y, mean, variance, newMean, newVariance] = runKernel<BatchNormTrainingWithUpdate>(
      BatchNormTrainingWithUpdate,
      { ...inputs, runningMean: running.mean, runningVariance: running.variance },
      { ...attrs, momentum: running.momentum, correction: count / (count - 1) },
    );
    running.mean.assign(newMean);
    running.variance.assign(newVariance);
    return { y, mean, variance };
  });
}

/** TensorFlow.js hands over the outputs' gradients, what was saved, and the forward pass's attributes. */
const gradient: Omit<tf.GradConfig, 'kernelName'> = {
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

export const batchNormTrainingGradients: readonly tf.GradConfig[] = [
  { ...gradient, kernelName: BatchNormTraining },
  { ...gradient, kernelName: BatchNormTrainingWithUpdate },
];
