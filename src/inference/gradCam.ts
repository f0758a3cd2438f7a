import * as tf from '@tensorflow/tfjs-core';
import type { FeatureMaps, Logits } from '../nn/tensors.ts';

/**
 * Where a class is seen (Grad-CAM, Selvaraju et al. 2017, equations 1 and 2): the feature maps, each
 * weighted by the mean over its pixels of the gradient of the class's logit, added up; what speaks
 * against the class is left out. Call it in a tidy.
 * @param maps of one picture [1, height, width, channels]
 * @param rest what the network makes of them
 * @returns [height, width], 0 or more
 */
export function gradCam(
  maps: FeatureMaps,
  rest: (maps: FeatureMaps) => Logits,
  classIndex: number,
): tf.Tensor2D {
  const logits = (x: tf.Tensor) => rest(x as FeatureMaps);
  const [, classes] = logits(maps).shape as [number, number];
  const wanted = tf.oneHot(tf.tensor1d([classIndex], 'int32'), classes);
  const weights = tf.mean(tf.grad(logits)(maps, tf.cast(wanted, 'float32')), [1, 2], true);
  const [, height, width] = maps.shape;
  return tf.reshape(tf.relu(tf.sum(tf.mul(maps, weights), 3)), [height, width]);
}
