import * as tf from '@tensorflow/tfjs-core';
import { insertZeros } from '../composed/insertZeros.ts';
import type { ComposedKernel } from '../kernel.ts';
import { Subsample, SubsampleGrad } from './contract.ts';

/** The kernel Subsample from TensorFlow.js's operations. */
export const subsample: ComposedKernel<Subsample> = {
  kernel: Subsample,
  run({ x }, { outChannels }) {
    const [batch, height, width, channels] = x.shape;
    const [halfHeight, halfWidth] = [Math.ceil(height / 2), Math.ceil(width / 2)];
    const even = padEnds(x, [0, height % 2, width % 2, 0]);
    // Pairs of rows become axis 1, pairs of columns one pixel of twice the channels: keep the first of each.
    const pairs = tf.reshape(even, [batch * halfHeight, 2, halfWidth, 2 * channels]);
    const first = tf.slice(pairs, [0, 0, 0, 0], [batch * halfHeight, 1, halfWidth, channels]);
    const kept = tf.reshape(first, [batch, halfHeight, halfWidth, channels]);
    return padEnds(kept as tf.Tensor4D, [0, 0, 0, outChannels - channels]);
  },
};

/** The kernel SubsampleGrad from TensorFlow.js's operations. */
export const subsampleGrad: ComposedKernel<SubsampleGrad> = {
  kernel: SubsampleGrad,
  run({ dy }, { height, width, channels }) {
    const [batch, halfHeight, halfWidth] = dy.shape;
    const known = tf.slice(dy, [0, 0, 0, 0], [batch, halfHeight, halfWidth, channels]);
    return tf.slice(insertZeros(known, 2, 2), [0, 0, 0, 0], [batch, height, width, channels]);
  },
};

function padEnds(x: tf.Tensor4D, zeros: [number, number, number, number]): tf.Tensor4D {
  return tf.pad(
    x,
    zeros.map((after) => [0, after] as [number, number]),
  );
}
