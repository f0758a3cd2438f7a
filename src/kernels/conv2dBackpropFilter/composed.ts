import * as tf from '@tensorflow/tfjs-core';
import { channelsLastInfo } from '../conv2d/convInfo.ts';
import type { ComposedKernel } from '../kernel.ts';
import { Conv2DBackpropFilter } from './contract.ts';

/**
 * The kernel Conv2DBackpropFilter, which TensorFlow.js lacks on wasm, as a convolution: channels take
 * the batch's place, dy is the filter, and the forward pass's stride becomes a dilation.
 */
export const conv2dBackpropFilter: ComposedKernel<Conv2DBackpropFilter> = {
  kernel: Conv2DBackpropFilter,
  run({ x, dy }, attrs) {
    const info = channelsLastInfo(Conv2DBackpropFilter, x.shape, attrs.filterShape, attrs);
    const { padInfo, strideHeight, strideWidth } = info;
    const picture: tf.Tensor4D = tf.transpose(x, [3, 1, 2, 0]); // [in, height, width, batch]
    const filter: tf.Tensor4D = tf.transpose(dy, [1, 2, 0, 3]); // [height, width, batch, out]
    const padding: [number, number][] = [
      [0, 0],
      [padInfo.top, padInfo.bottom],
      [padInfo.left, padInfo.right],
      [0, 0],
    ];
    const correlation = tf.conv2d(
      picture,
      filter,
      1,
      padding as Parameters<typeof tf.conv2d>[3],
      'NHWC',
      [strideHeight, strideWidth],
    ); // [in, ≥ height, ≥ width, out]: rows and columns that the stride skipped at the far edge come last
    const [height, width, input, output] = attrs.filterShape;
    const kept = tf.slice(correlation, [0, 0, 0, 0], [input, height, width, output]);
    return tf.transpose(kept, [1, 2, 0, 3]);
  },
};
