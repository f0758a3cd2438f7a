import * as tf from '@tensorflow/tfjs-core';
import { fetchManifest } from '../data/cifar10/cifar10.ts';
import type { NetworkConfig } from '../contract/runConfig.ts';
import type { Manifest } from '../data/cifar10/manifest.ts';
import { fetchTestSet, type TestSet } from '../data/cifar10/testSet.ts';
import type { PictureSource } from './sources.ts';

/** The pictures of the shards in the folder `dataUrl`, an absolute address. */
export function createPictureSource(dataUrl: string): PictureSource {
  const manifest = fetchManifest(dataUrl);
  return {
    async normalised(pictures, pictureSize) {
      return fetchTestSet({ manifest: await manifest, baseUrl: dataUrl, pictures, pictureSize });
    },
    async raw(pictures, pictureSize) {
      const unscaled: Manifest = {
        ...(await manifest),
        meanRgb: [0, 0, 0],
        stdRgb: [1, 1, 1],
      };
      return fetchTestSet({ manifest: unscaled, baseUrl: dataUrl, pictures, pictureSize });
    },
  };
}

/** [n, size, size, 3] */
export function toTensor({ pictures, labels, pictureSize: size }: TestSet): tf.Tensor4D {
  return tf.tensor4d(pictures, [labels.length, size, size, 3]);
}

/** The batches of a set, 0, 1, 2, …; each makes its tensors when called, for a tidy to free. */
export function createBatches({ pictures, labels, pictureSize }: TestSet, batchSize: number) {
  return {
    at(index: number) {
      const from = index * batchSize;
      const values = pictureSize ** 2 * 3;
      const batch: TestSet = {
        pictures: pictures.subarray(from * values, (from + batchSize) * values),
        labels: labels.subarray(from, from + batchSize),
        pictureSize,
      };
      return () => ({ x: toTensor(batch), labels: tf.tensor1d(batch.labels, 'int32') });
    },
  };
}

/** Where the batches of a set begin; the last may be smaller. */
export function batchesOf({ labels }: TestSet, batchSize: number): number[] {
  return Array.from({ length: Math.ceil(labels.length / batchSize) }, (_, i) => i * batchSize);
}

/** The multiply-adds of a pass after which a worker is to have heard what it is told; a CPU takes about a second. */
const most = 2e9;

/** How many pictures a CIFAR network takes in a pass: at most 100, which bounds memory, too. */
export function batchFor({ depth, width }: NetworkConfig, pictureSize: number): number {
  // Every stage has a quarter of the pixels and twice the channels of the one before: as many multiply-adds.
  const multiplyAdds = (depth - 2) * (pictureSize * width * 3) ** 2;
  return Math.min(100, Math.max(1, Math.floor(most / multiplyAdds)));
}
