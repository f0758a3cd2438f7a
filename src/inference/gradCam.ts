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
    const wanted = tf.oneHot(tf.tensor1d([classIndex], 'int32'), classes);
    return tf.matMul(logits, tf.cast(tf.reshape(wanted, [classes, 1]), 'float32'));
  };
  const weights = tf.mean(tf.grad(logit)(maps), [1, 2], true);
  const [, height, width] = maps.shape;
  const sum = tf.sum(tf.mul(maps, weights), 3);
  // Not tf.relu, which turns NaN into 0 on some devices.
  return tf.reshape(tf.mul(sum, tf.cast(tf.greater(sum, 0), 'float32')), [height, width]);
}
