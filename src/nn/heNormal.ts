import * as tf from '@tensorflow/tfjs-core';
import type { Rng } from '../lib/rng.ts';

/**
 * Draws a filter [height, width, in, out] anew: normal with variance 2 / (height · width · out), He et al. 2015
 * (arXiv 1502.01852), equation 14, which keeps the size of gradients through ReLUs. torchvision's ResNets use it
 * too (mode='fan_out').
 */
export function drawHeNormal(filter: tf.Variable, rng: Rng): void {
  const [height = 1, width = 1, , outChannels = 1] = filter.shape;
  const deviation = Math.sqrt(2 / (height * width * outChannels));
  const values = Float32Array.from({ length: filter.size }, () => deviation * rng.normal());
  tf.tidy(() => filter.assign(tf.tensor(values, filter.shape)));
}
