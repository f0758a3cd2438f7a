import * as tf from '@tensorflow/tfjs-core';
import type { Batch } from '../data/cifar10/trainStream.ts';

/** A batch on the device. */
export interface BatchTensors {
  /** [batch, size, size, 3] */
  pictures: tf.Tensor4D;
  /** [batch], int32 */
  labels: tf.Tensor1D;
}

/** Copies a batch of square pictures to the device; whoever asks for it disposes of it. */
export function toTensors({ pictures, labels }: Batch, pictureSize: number): BatchTensors {
  return {
    pictures: tf.tensor4d(pictures, [labels.length, pictureSize, pictureSize, 3]),
    labels: tf.tensor1d(labels, 'int32'),
  };
}
