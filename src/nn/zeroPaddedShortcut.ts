import * as tf from '@tensorflow/tfjs-core';
import { insertZeros } from '../kernels/insertZeros.ts';
import { Module } from './module.ts';

/**
 * The shortcut that has no parameters (He et al. 2015, section 3.3, option A): every second pixel of
 * every second row, and zeros for the channels that are new.
 */
export class ZeroPaddedShortcut extends Module {
  readonly outChannels: number;

  constructor(outChannels: number) {
    super();
    this.outChannels = outChannels;
  }

  /** x [batch, height, width, in] → [batch, ⌈height/2⌉, ⌈width/2⌉, out] */
  forward(x: tf.Tensor4D): tf.Tensor4D {
    return subsample(x, this.outChannels);
  }
}

function subsample(x: tf.Tensor4D, outChannels: number): tf.Tensor4D {
  const [batch, height, width, channels] = x.shape;
  const [halfHeight, halfWidth] = [Math.ceil(height / 2), Math.ceil(width / 2)];
  const added = outChannels - channels;
  const run = tf.customGrad((given) => {
    const even = tf.pad(given as tf.Tensor4D, [
      [0, 0],
      [0, height % 2],
      [0, width % 2],
      [0, 0],
    ]);
    // Pairs of rows become axis 1, pairs of columns one pixel of twice the channels: keep the first of each.
    const pairs = tf.reshape(even, [batch * halfHeight, 2, halfWidth, 2 * channels]);
    const first = tf.slice(pairs, [0, 0, 0, 0], [batch * halfHeight, 1, halfWidth, channels]);
    const kept = tf.reshape(first, [batch, halfHeight, halfWidth, channels]);
    return {
      value: tf.pad(kept, [
        [0, 0],
        [0, 0],
        [0, 0],
        [0, added],
      ]),
      gradFunc: (dy: tf.Tensor) => {
        const known = tf.slice(dy, [0, 0, 0, 0], [batch, halfHeight, halfWidth, channels]);
        const spread = insertZeros(known as tf.Tensor4D, 2, 2);
        return tf.slice(spread, [0, 0, 0, 0], [batch, height, width, channels]);
      },
    };
  });
  return run(x) as tf.Tensor4D;
}
