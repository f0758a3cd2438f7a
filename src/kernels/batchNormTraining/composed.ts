import * as tf from '@tensorflow/tfjs-core';
import { batchNormEvaluation } from '../batchNormEvaluation/composed.ts';
import { channelMeans, columnsOf, perChannel, toRows } from '../composed/columns.ts';
import type { ComposedKernel } from '../kernel.ts';
import { runKernel } from '../runKernel.ts';
import { RunningStatisticsUpdate } from '../runningStatisticsUpdate/contract.ts';
import {
  BatchNormTraining,
  BatchNormTrainingGrad,
  BatchNormTrainingWithUpdate,
} from './contract.ts';

/** The kernel BatchNormTraining from TensorFlow.js's operations. */
export const batchNormTraining: ComposedKernel<BatchNormTraining> = {
  kernel: BatchNormTraining,
  run({ x, scale, offset, addend }, { epsilon, relu }) {
    const columns = columnsOf(x);
    const rows = toRows(x, columns);
    const mean = channelMeans(rows, columns);
    const squares: tf.Tensor2D = tf.square(tf.sub(rows, perChannel(mean, columns)));
    const variance = channelMeans(squares, columns);
    const given = { x, mean, variance, scale, offset, ...(addend && { addend }) };
    return [batchNormEvaluation.run(given, { epsilon, relu }), mean, variance];
  },
};

/** The kernel BatchNormTrainingWithUpdate from the backend's two kernels. */
export const batchNormTrainingWithUpdate: ComposedKernel<BatchNormTrainingWithUpdate> = {
  kernel: BatchNormTrainingWithUpdate,
  run({ runningMean, runningVariance, ...inputs }, { momentum, correction, ...attrs }) {
    const normalised = runKernel<BatchNormTraining>(BatchNormTraining, inputs, attrs);
    const [, mean, variance] = normalised;
    const moved = runKernel<RunningStatisticsUpdate>(
      RunningStatisticsUpdate,
      { runningMean, runningVariance, mean, variance },
      { momentum, correction },
    );
    return [...normalised, ...moved];
  },
};

/**
 * The kernel BatchNormTrainingGrad from TensorFlow.js's operations: Ioffe and Szegedy 2015, section 3,
 * with their chain of gradients solved for x:
 * dx = γ/σ · (dy − mean(dy) − x̂ · mean(dy · x̂)), where x̂ = (x − mean) / σ.
 */
export const batchNormTrainingGrad: ComposedKernel<BatchNormTrainingGrad> = {
  kernel: BatchNormTrainingGrad,
  run({ dy, x, scale, mean, variance, y }, { epsilon, relu, addend }) {
    const columns = columnsOf(x);
    const branch: tf.Tensor4D = relu && y ? tf.mul(dy, tf.step(y)) : dy;
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
    const dScale: tf.Tensor1D = tf.mul(meanGX, columns.count);
    const dOffset: tf.Tensor1D = tf.mul(meanG, columns.count);
    const dX: tf.Tensor4D = tf.reshape(dx, x.shape);
    return addend ? [dX, dScale, dOffset, relu ? branch : tf.clone(dy)] : [dX, dScale, dOffset];
  },
};
