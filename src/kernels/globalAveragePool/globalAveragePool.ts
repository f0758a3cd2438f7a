import type * as tf from '@tensorflow/tfjs-core';
import { runKernel } from '../runKernel.ts';
import { expectShape } from '../shapes.ts';
import { GlobalAveragePool, GlobalAveragePoolGrad } from './contract.ts';

/**
 * The mean of every feature map: [batch, height, width, channels] → [batch, channels].
 * @throws when x is of another rank
 */
export function globalAveragePool(x: tf.Tensor4D): tf.Tensor2D {
  expectShape('globalAveragePool', 'x', x, ['batch', 'height', 'width', 'channels']);
  return runKernel<GlobalAveragePool>(GlobalAveragePool, { x }, {});
}

export const globalAveragePoolGradient: tf.GradConfig = {
  kernelName: GlobalAveragePool,
  inputsToSave: ['x'],
  gradFunc: (dys, [x]) => {
    const dy = dys as tf.Tensor2D;
    const [, height, width] = (x as tf.Tensor4D).shape;
    return {
      x: () => runKernel<GlobalAveragePoolGrad>(GlobalAveragePoolGrad, { dy }, { height, width }),
    };
  },
};
