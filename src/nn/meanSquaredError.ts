import * as tf from '@tensorflow/tfjs-core';
import { expectShape } from '../kernels/shapes.ts';

/**
 * The mean of (y − target)² over all values, as PyTorch's MSELoss; its gradient by y is 2 (y − target) / n.
 * None flows into the target.
 * @throws when shapes differ
 */
export function meanSquaredError(y: tf.Tensor, target: tf.Tensor): tf.Scalar {
  expectShape('meanSquaredError', 'target', target, y.shape);
  const error = tf.customGrad((given, save) => {
    const difference = tf.sub(given as tf.Tensor, target);
    (save as tf.GradSaveFunc)([difference]);
    return {
      value: tf.mean(tf.square(difference)),
      gradFunc: (dy: tf.Tensor, saved: tf.Tensor[]) =>
        tf.mul(saved[0] as tf.Tensor, tf.mul(dy, 2 / target.size)),
    };
  });
  return error(y) as tf.Scalar;
}
