import * as tf from '@tensorflow/tfjs-core';
import type { Kernel } from './kernel.ts';

/**
 * Runs a kernel by its name on the backend in use, as its contract says.
 * @throws when no kernel of that name is registered there
 */
export function runKernel<K extends Kernel>(
  kernel: string,
  inputs: K['inputs'],
  attrs: K['attrs'],
): K['outputs'] {
  return tf
    .engine()
    .runKernel<tf.Tensor | tf.Tensor[]>(
      kernel,
      inputs as tf.NamedTensorMap,
      attrs as tf.NamedAttrMap,
    );
}
