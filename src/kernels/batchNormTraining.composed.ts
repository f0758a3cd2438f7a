import * as tf from '@tensorflow/tfjs-core';
import { normalise } from './batchNorm.ts';
import { columnsOf, perChannel, sumChannels, toRows } from './columns.ts';
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
  const mean: tf.Tensor1D = tf.div(sumChannels(rows, columns), columns.count);
  const squares: tf.Tensor2D = tf.square(tf.sub(rows, perChannel(mean, columns)));
  const variance: tf.Tensor1D = tf.div(sumChannels(squares, columns), columns.count);
  const y = normalise(x, {
    mean,
    variance,
    scale,
    offset,
    epsilon,
    relu,
    ...(addend && { addend }),
  });
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
  const dOffset = sumChannels(g, columns);
  const dScale: tf.Tensor1D = tf.mul(sumChannels(tf.mul(g, centred), columns), inverse);

  const a: tf.Tensor1D = tf.mul(scale, inverse); // γ/σ
  const slope: tf.Tensor1D = tf.div(tf.mul(tf.mul(a, inverse), dScale), -columns.count);
  const level: tf.Tensor1D = tf.div(tf.mul(a, dOffset), -columns.count);
  const dx = tf.add(
    tf.mul(g, perChannel(a, columns)),
    tf.add(tf.mul(centred, perChannel(slope, columns)), perChannel(level, columns)),
  );
  const gradients = [tf.reshape(dx, x.shape), dScale, dOffset];
  return addend ? [...gradients, relu ? branch : tf.clone(dy)] : gradients;
}
