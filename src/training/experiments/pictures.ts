import * as tf from '@tensorflow/tfjs-core';
import { fetchManifest } from '../../data/cifar10.ts';
import type { Manifest } from '../../data/manifest.ts';
import { fetchTestSet, type TestSet } from '../../data/testSet.ts';

/** Where an experiment gets its pictures. */
export interface PictureSource {
  /** The first held-out pictures of CIFAR-10, normalised as for training, with their labels. */
  normalised(pictures: number, pictureSize: number): Promise<TestSet>;
  /** The same with values from 0 to 1. */
  plain(pictures: number, pictureSize: number): Promise<TestSet>;
}

/** The pictures of the shards in the folder `dataUrl`, an absolute address. */
export function createPictureSource(dataUrl: string): PictureSource {
  const manifest = fetchManifest(dataUrl);
  return {
    async normalised(pictures, pictureSize) {
      return fetchTestSet({ manifest: await manifest, baseUrl: dataUrl, pictures, pictureSize });
    },
    async plain(pictures, pictureSize) {
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
