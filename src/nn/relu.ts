import * as tf from '@tensorflow/tfjs-core';
import type { FeatureMaps } from './tensors.ts';

/** max(0, x + addend), value by value: what follows a convolution where there is no batch norm to do it. */
export function relu(x: FeatureMaps, { add }: { add?: FeatureMaps } = {}): FeatureMaps {
  return tf.relu(add ? tf.add(x, add) : x);
}
