import * as tf from '@tensorflow/tfjs-core';
import { composedBatchNormEvaluation } from './batchNormEvaluation.composed.ts';
import { channelMeans, columnsOf, perChannel, toRows } from './columns.ts';
import type { BatchNormTrainingAttrs } from './contracts.ts';

interface Inputs {
  x: tf.Tensor4D;
  scale: tf.Tensor1D;
  offset: tf.Tensor1D;
  addend?: tf.Tensor4D;
}

/** The kernel BatchNormTraining from TensorFlow.js's operations. */
export function composedBatchNormTraining(
  { x, scale, offset, addend }: Inputs,
  { epsilon, relu }: BatchNormTrainingAttrs,
): tf.Tensor[] {
  const columns = columnsOf(x);
  const rows = toRows(x, columns);
  const mean = channelMeans(rows, columns);
  const squares: tf.Tensor2D = tf.square(tf.sub(rows, perChannel(mean, columns)));
  const variance = channelMeans(squares, columns);
  const given = { x, mean, variance, scale, offset, ...(addend && { addend }) };
  const y = composedBatchNormEvaluation(given, { epsilon, relu });
  return [y, mean, variance];
}

interface GradInputs {
  dy: tf.Tensor4D;
  x: tf.Tensor4D;
  scale: tf.Tensor1D;
  mean: tf.Tensor1D;
  variance: tf.Tensor1D;
  y?: tf.Tensor4D;
}

/**
 * The kernel BatchNormTrainingGrad from TensorFlow.js's operations: Ioffe and Szegedy 2015, section 3,
 * with their chain of gradients solved for x:
 * dx = γ/σ · (dy − mean(dy) − x̂ · mean(dy · x̂)), where x̂ = (x − mean) / σ.
 */
export function composedBatchNormTrainingGrad(
  { dy, x, scale, mean, variance, y }: GradInputs,
  { epsilon, relu, addend }: BatchNormTrainingAttrs,
): tf.Tensor[] {
  const columns = columnsOf(x);
  const branch = relu && y ? tf.mul(dy, tf.step(y)) : dy;
  const g = toRows(branch, columns);
  const inverse: tf.Tensor1D = tf.rsqrt(tf.add(variance, epsilon)); // 1/σ
  const centred = tf.sub(toRows(x, columns), perChannel(mean, columns));
  const meanG = channelMeans(g, columns);
  const meanGX: tf.Tensor1D = tf.mul(channelMeans(tf.mul(g, centred), columns), inverse); // of g · x̂

  const factor: tf.Tensor1D = tf.mul(scale, inverse);
  const slope: tf.Tensor1D = tf.neg(tf.mul(tf.mul(factor, inverse), meanGX));
  const level: tf.Tensor1D = tf.neg(tf.mul(factor, meanG));
  const dx = tf.add(
    tf.mul(g, perChannel(factor, columns)),
    tf.add(tf.mul(centred, perChannel(slope, columns)), perChannel(level, columns)),
  );
  const dScale = tf.mul(meanGX, columns.count);
  const dOffset = tf.mul(meanG, columns.count);
  const gradients = [tf.reshape(dx, x.shape), dScale, dOffset];
  return addend ? [...gradients, relu ? branch : tf.clone(dy)] : gradients;
}
