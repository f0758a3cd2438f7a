import * as tf from '@tensorflow/tfjs-core';
import {
  GlobalAveragePool,
  GlobalAveragePoolGrad,
  type GlobalAveragePoolGradAttrs,
} from './contracts.ts';
import { expectShape } from './shapes.ts';

/**
 * The mean of every feature map: [batch, height, width, channels] → [batch, channels].
 * @throws when x is of another rank
 */
export function globalAveragePool(x: tf.Tensor4D): tf.Tensor2D {
  expectShape('globalAveragePool', 'x', x, ['batch', 'height', 'width', 'channels']);
  return tf.engine().runKernel<tf.Tensor2D>(GlobalAveragePool, { x });
}

export const globalAveragePoolGradient: tf.GradConfig = {
  kernelName: GlobalAveragePool,
  inputsToSave: ['x'],
  gradFunc: (dy, [x]) => {
    const [, height, width] = (x as tf.Tensor4D).shape;
    const attrs: GlobalAveragePoolGradAttrs = { height, width };
    return {
      x: () =>
        tf.engine().runKernel<tf.Tensor>(GlobalAveragePoolGrad, { dy: dy as tf.Tensor }, attrs),
    };
  },
};
