import * as tf from '@tensorflow/tfjs-core';
import type { FeatureMaps } from './tensors.ts';

/** max(0, x) of every value; a shape as it was. */
export function relu(x: FeatureMaps): FeatureMaps {
  return tf.relu(x);
}
