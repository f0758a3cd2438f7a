import type * as tf from '@tensorflow/tfjs-core';
import { runKernel } from '../runKernel.ts';
import { expectShape } from '../shapes.ts';
import { BatchNormEvaluation } from './contract.ts';

export interface BatchNormOptions {
  epsilon: number;
  /** Take max(0, ·) of the result. */
  relu?: boolean;
  /** Added before the ReLU: a shortcut. */
  addend?: tf.Tensor4D;
}

/** What a layer has for each channel, all of shape [channels]. */
export interface ChannelStatistics {
  mean: tf.Tensor1D;
  variance: tf.Tensor1D;
  scale: tf.Tensor1D;
  offset: tf.Tensor1D;
}

/**
 * Batch norm with statistics that are given, the shortcut's addition and the ReLU folded in:
 * y = max(0, scale · (x − mean) / √(variance + ε) + offset + addend). Has no gradient.
 * @param x feature maps [batch, height, width, channels]
 * @returns y as x
 * @throws when shapes don't fit, naming them
 */
export function batchNormEvaluation(
  x: tf.Tensor4D,
  given: ChannelStatistics,
  { epsilon, relu = false, addend }: BatchNormOptions,
): tf.Tensor4D {
  expectShape('batchNormEvaluation', 'x', x, ['batch', 'height', 'width', 'channels']);
  for (const name of ['mean', 'variance', 'scale', 'offset'] as const)
    expectShape('batchNormEvaluation', name, given[name], [x.shape[3]]);
  if (addend) expectShape('batchNormEvaluation', 'addend', addend, x.shape);
  const inputs = { x, ...given, ...(addend && { addend }) };
  return runKernel<BatchNormEvaluation>(BatchNormEvaluation, inputs, { epsilon, relu });
}
