import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { fetchManifest, fetchShard } from '../../../src/data/cifar10/cifar10.ts';
import { createTrainStream } from '../../../src/data/cifar10/trainStream.ts';
import { baseUrl, hasNoPictures, servePreparedSite } from '../preparedSite.ts';

describe.skipIf(hasNoPictures)('the prepared CIFAR-10', () => {
  beforeEach(servePreparedSite);

  afterEach(() => {
    vi.unstubAllGlobals();
  });

  test('has 50,000 and 10,000 pictures in shards of 1,000', async () => {
    const { train, test: held, classes } = await fetchManifest(baseUrl);
    expect(train.map(({ pictures }) => pictures)).toEqual(new Array(50).fill(1000));
    expect(held.map(({ pictures }) => pictures)).toEqual(new Array(10).fill(1000));
    expect(classes[6]).toBe('frog');
  });

  test('starts with the pictures it is known to start with', async () => {
    const { train } = await fetchManifest(baseUrl);
    const { labels, pixels } = await fetchShard(baseUrl, train[0]!);
    expect([...labels.subarray(0, 10)]).toEqual([6, 9, 9, 4, 1, 1, 2, 7, 8, 3]);
    expect([...pixels.subarray(0, 3)]).toEqual([59, 62, 63]);
  });

  test('has the usual channel statistics', async () => {
    const { meanRgb, stdRgb } = await fetchManifest(baseUrl);
    expect(meanRgb.map((value) => value.toFixed(4))).toEqual(['0.4914', '0.4822', '0.4465']);
    expect(stdRgb.map((value) => value.toFixed(4))).toEqual(['0.2470', '0.2435', '0.2616']);
  });

  test('streams normalised batches', async () => {
    const batches = createTrainStream({
      ...{ manifest: await fetchManifest(baseUrl), baseUrl, pictureSize: 32, batchSize: 500 },
      ...{ seed: 1, shift: 0, flip: false, prefetch: 0 },
    });
    const { pictures, labels } = await batches.batchAt(1);
    const mean = pictures.reduce((sum, value) => sum + value, 0) / pictures.length;
    const square = pictures.reduce((sum, value) => sum + value * value, 0) / pictures.length;
    expect(Math.abs(mean)).toBeLessThan(0.1);
    expect(Math.abs(square - 1)).toBeLessThan(0.1);
    expect(new Set(labels).size).toBe(10);
  });
});
