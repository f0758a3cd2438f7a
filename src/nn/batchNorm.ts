import type * as tf from '@tensorflow/tfjs-core';
import { batchNormEvaluation } from '../kernels/batchNormEvaluation/batchNormEvaluation.ts';
import { batchNormTraining } from '../kernels/batchNormTraining/batchNormTraining.ts';
import { describeShape } from '../kernels/shapes.ts';

interface Tensors {
  /** γ and β [channels] */
  scale: tf.Tensor1D;
  offset: tf.Tensor1D;
  /** [channels]; none where only the batch's are ever used */
  running?: { mean: tf.Variable<tf.Rank.R1>; variance: tf.Variable<tf.Rank.R1> } | undefined;
}

interface Options {
  /** Whether the batch's statistics are used, and move the running ones. */
  training: boolean;
  epsilon: number;
  /** The weight of the newest batch in the running statistics. */
  momentum: number;
  addend?: tf.Tensor4D | undefined;
  relu?: boolean;
}

/**
 * Batch normalisation of x [batch, height, width, channels], and what is asked to follow it, in one pass.
 * @throws in training mode when a channel has a single value
 */
export function batchNorm(
  x: tf.Tensor4D,
  { scale, offset, running }: Tensors,
  { training, epsilon, momentum, addend, relu = false }: Options,
): tf.Tensor4D {
  const options = { epsilon, relu, ...(addend && { addend }) };
  if (running && !training) {
    return batchNormEvaluation(x, { ...running, scale, offset }, options);
  }
  const count = x.size / scale.size;
  if (count < 2) {
    throw new Error(
      `BatchNorm2d: expected more than one value per channel when training, got input of shape ${describeShape(x.shape)}.`,
    );
  }
  const moving = running && { ...running, momentum };
  return batchNormTraining(x, scale, offset, options, moving).y;
}
