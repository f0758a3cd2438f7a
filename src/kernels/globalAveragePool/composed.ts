import * as tf from '@tensorflow/tfjs-core';
import type { ComposedKernel } from '../kernel.ts';
import { GlobalAveragePool, GlobalAveragePoolGrad } from './contract.ts';

/** The kernel GlobalAveragePool from TensorFlow.js's operations. */
export const globalAveragePool: ComposedKernel<GlobalAveragePool> = {
  kernel: GlobalAveragePool,
  run: ({ x }) => tf.mean(x, [1, 2]),
};

/** The kernel GlobalAveragePoolGrad from TensorFlow.js's operations. */
export const globalAveragePoolGrad: ComposedKernel<GlobalAveragePoolGrad> = {
  kernel: GlobalAveragePoolGrad,
  run({ dy }, { height, width }) {
    const [batch, channels] = dy.shape;
    const share = tf.reshape(tf.div(dy, height * width), [batch, 1, 1, channels]);
    return tf.add(share, tf.fill([batch, height, width, channels], 0)); // far quicker than tf.tile on wasm
  },
};
