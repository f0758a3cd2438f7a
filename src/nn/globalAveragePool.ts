import type { Tensor2D } from '@tensorflow/tfjs-core';
import { globalAveragePool as averageMaps } from '../kernels/globalAveragePool/globalAveragePool.ts';
import type { FeatureMaps } from './tensors.ts';

/**
 * The mean of every feature map: [batch, height, width, channels] → [batch, channels].
 * @throws when x is of another rank
 */
export function globalAveragePool(x: FeatureMaps): Tensor2D {
  return averageMaps(x);
}
