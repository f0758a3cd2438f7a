import type { Tensor } from '@tensorflow/tfjs-core';

/** Throws unless x is [batch, height, width, channels] with `channels` as given, naming both. */
export function expectFeatureMaps(layer: string, x: Tensor, channels: number): void {
  if (x.shape.length === 4 && x.shape[3] === channels) return;
  throw new Error(
    `${layer}: expected input of shape [batch, height, width, ${channels}], got [${x.shape.join(', ')}].`,
  );
}
