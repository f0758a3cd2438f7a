import type * as tf from '@tensorflow/tfjs-core';
import { runKernel } from '../runKernel.ts';
import { expectShape } from '../shapes.ts';
import { LayerNorm, LayerNormGrad } from './contract.ts';

/**
 * Layer normalisation (Ba, Kiros and Hinton 2016): each row by its own mean and biased variance.
 * @param x […, features]
 * @param scale γ [features]
 * @param offset β [features]
 * @throws when shapes don't fit, naming them
 */
export function layerNorm<R extends tf.Rank>(
  x: tf.Tensor<R>,
  scale: tf.Tensor1D,
  offset: tf.Tensor1D,
  epsilon: number,
): tf.Tensor<R> {
  const leading = x.shape.slice(0, -1).map((_, axis) => `axis ${axis}`);
  expectShape('layerNorm', 'x', x, [...leading, scale.size]);
  expectShape('layerNorm', 'offset', offset, scale.shape);
  return runKernel<LayerNorm>(LayerNorm, { x, scale, offset }, { epsilon }) as tf.Tensor<R>;
}

export const layerNormGradient: tf.GradConfig = {
  kernelName: LayerNorm,
  inputsToSave: ['x', 'scale'],
  gradFunc: (dy, saved, attrs) => {
    const [x, scale] = saved as [tf.Tensor, tf.Tensor1D];
    const [dx, dScale, dOffset] = runKernel<LayerNormGrad>(
      LayerNormGrad,
      { dy: dy as tf.Tensor, x, scale },
      attrs as LayerNorm['attrs'],
    );
    return { x: () => dx, scale: () => dScale, offset: () => dOffset };
  },
};
