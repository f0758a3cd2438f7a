import * as tf from '@tensorflow/tfjs-core';
import { BatchNorm2d, epsilon } from './batchnorm2d.ts';
import { Conv2d } from './conv2d.ts';
import { namedModules, type Module } from './module.ts';
import { buffer } from './variable.ts';

/**
 * Folds every batch norm of a network in evaluation mode into the convolution in the field before it, so
 * that a picture takes fewer passes: with s = γ / √(running variance + ε), the filters become s · w and
 * their bias β − s · running mean. The network computes what it did; it can no longer be trained or saved.
 * @throws when the network is in training mode, was folded before, or a batch norm follows no convolution
 */
export function foldBatchNorm(network: Module): void {
  for (const [path, module] of namedModules(network)) {
    const fields = Object.entries(module);
    for (const [index, [name, norm]] of fields.entries()) {
      if (!(norm instanceof BatchNorm2d)) continue;
      const convolution: unknown = fields[index - 1]?.[1];
      if (!(convolution instanceof Conv2d) || convolution.bias || norm.training) {
        throw new Error(
          `foldBatchNorm: ${path}.${name} must be in evaluation mode and follow a convolution without bias.`,
        );
      }
      fold(norm, convolution);
    }
  }
}

function fold(norm: BatchNorm2d, convolution: Conv2d): void {
  tf.tidy(() => {
    const scale: tf.Tensor1D = tf.mul(norm.weight, tf.rsqrt(tf.add(norm.running_var, epsilon)));
    convolution.weight.assign(tf.mul(convolution.weight, scale)); // the last axis is the output channel
    convolution.bias = buffer(() => tf.sub(norm.bias, tf.mul(scale, norm.running_mean)));
    norm.folded = true;
  });
}
