import * as tf from '@tensorflow/tfjs-core';
import type { FeatureMaps, Logits } from '../nn/tensors.ts';

/**
 * Where a class is seen (Grad-CAM, Selvaraju et al. 2017, equations 1 and 2): the feature maps, each
 * weighted by the mean over its pixels of the gradient of the class's logit, added up; what speaks
 * against the class is left out, except what is no number. Call it in a tidy.
 * @param maps of one picture [1, height, width, channels]
 * @param rest what the network makes of them
 * @returns [height, width], 0 or more
 */
export function gradCam(
  maps: FeatureMaps,
  rest: (maps: FeatureMaps) => Logits,
  classIndex: number,
): tf.Tensor2D {
  const logit = (x: tf.Tensor) => {
    const logits = rest(x as FeatureMaps); // [1, classes]
    const [, classes] = logits.shape;
    // Not tf.oneHot, which wants two classes or more.
    const wanted = Float32Array.from({ length: classes }, (_, i) => (i === classIndex ? 1 : 0));
    return tf.matMul(logits, tf.tensor2d(wanted, [classes, 1]));
  };
  const weights = tf.mean(tf.grad(logit)(maps), [1, 2], true);
  const [, height, width] = maps.shape;
  const sum = tf.sum(tf.mul(maps, weights), 3);
  // Not tf.relu, which turns NaN into 0 on some devices.
  return tf.reshape(tf.mul(sum, tf.cast(tf.greater(sum, 0), 'float32')), [height, width]);
}
