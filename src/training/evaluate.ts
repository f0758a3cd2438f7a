import * as tf from '@tensorflow/tfjs-core';
import type { TestSet } from '../data/cifar10/testSet.ts';
import type { CifarNetwork } from '../models/cifar.ts';
import { errorRate } from './metrics.ts';

/** Pictures per forward pass: bounds memory, and one shape means one set of shaders. */
const batchSize = 100;

/** As many test pictures as one forward pass takes. */
export function firstOf({ pictures, labels, pictureSize }: TestSet): TestSet {
  const values = batchSize * pictureSize * pictureSize * 3;
  return {
    pictures: pictures.subarray(0, values),
    labels: labels.subarray(0, batchSize),
    pictureSize,
  };
}

/** Top-1 error, 0 to 1, with the running statistics of batch norm; leaves the network in training mode. */
export async function measureTestError(network: CifarNetwork, testSet: TestSet): Promise<number> {
  const { pictures, labels, pictureSize: size } = testSet;
  const values = size * size * 3;
  let wrong = 0;
  network.eval();
  try {
    for (let start = 0; start < labels.length; start += batchSize) {
      const end = Math.min(start + batchSize, labels.length);
      const rate = tf.tidy(() => {
        const x = tf.tensor4d(pictures.subarray(start * values, end * values), [
          end - start,
          size,
          size,
          3,
        ]);
        return errorRate(network.forward(x), tf.tensor1d(labels.subarray(start, end), 'int32'));
      });
      wrong += ((await rate.data())[0] as number) * (end - start);
      rate.dispose();
    }
  } finally {
    network.train();
  }
  return wrong / labels.length;
}
