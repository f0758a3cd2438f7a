import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { DataError } from '../../../src/data/download/dataError.ts';
import { fetchTestSet, type TestSetOptions } from '../../../src/data/cifar10/testSet.ts';
import { baseUrl, rejection, serveFakeSite, type FakeSite } from '../fakeSite.ts';

let site: FakeSite;

beforeEach(() => {
  site = serveFakeSite();
});

afterEach(() => {
  vi.unstubAllGlobals();
});

const fetchFirst = (pictures: number, onWaiting?: TestSetOptions['onWaiting']) =>
  fetchTestSet({
    ...{ manifest: site.manifest, baseUrl, pictureSize: 8, pictures },
    ...(onWaiting && { onWaiting }),
  });

test('gives the first pictures in order, unmoved, from no more shards than needed', async () => {
  const { pictures, labels, pictureSize } = await fetchFirst(3);
  expect(pictureSize).toBe(8);
  expect([...labels]).toEqual([0, 1, 2]);
  expect(pictures.length).toBe(3 * 8 * 8 * 3);
  expect(pictures.every((value, i) => Math.round(value) === 100 + Math.floor(i / 192))).toBe(true);
  expect(site.requests).toEqual(['test-0.bin']);
});

test('goes on into the next shard, and stops where the pictures end', async () => {
  expect([...(await fetchFirst(6)).labels]).toEqual([0, 1, 2, 3, 4, 5]);
  expect((await fetchFirst(50)).labels).toHaveLength(7);
});

test('tells how much has come of the shards that it needs', async () => {
  const heard: { receivedBytes: number; totalBytes: number }[] = [];
  await fetchFirst(6, (bytes) => heard.push(bytes));
  const totalBytes = site.manifest.test[0]!.bytes + site.manifest.test[1]!.bytes;
  expect(heard.at(-1)).toEqual({ receivedBytes: totalBytes, totalBytes });
  expect(heard.every((one) => one.totalBytes === totalBytes)).toBe(true);
});

test('a missing shard is a DataError that names it', async () => {
  site.files.delete('test-1.bin');
  const error = await rejection<DataError>(fetchFirst(6));
  expect(error).toBeInstanceOf(DataError);
  expect(error.message).toMatch(/test-1\.bin/);
});
