import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { fetchManifest, fetchShard } from '../../../src/data/cifar10/cifar10.ts';
import { DataError } from '../../../src/data/download/dataError.ts';
import { crc32 } from '../../../src/lib/crc32.ts';
import { baseUrl, htmlPage, rejection, serveFakeSite, type FakeSite } from '../fakeSite.ts';

let site: FakeSite;

beforeEach(() => {
  site = serveFakeSite();
});

afterEach(() => {
  vi.unstubAllGlobals();
});

test('reads the manifest, with or without a slash after the folder', async () => {
  expect(await fetchManifest(baseUrl)).toEqual(site.manifest);
  expect(await fetchManifest(baseUrl.slice(0, -1))).toEqual(site.manifest);
});

test.each([
  ['missing', () => new Response('', { status: 404 })],
  ['a page of the host instead', htmlPage],
])('a manifest that is %s says that the pictures are not here', async (_, answer) => {
  site.intercept = answer;
  const error = await rejection<DataError>(fetchManifest(baseUrl));
  expect(error).toBeInstanceOf(DataError);
  expect(error.message).toMatch(/^The training pictures are not on this site/);
  expect(error.remedy).toMatch(/npm start/);
});

test('a manifest that is not JSON is damaged', async () => {
  site.intercept = () => new Response('{"format": 1, "tra');
  expect((await rejection<DataError>(fetchManifest(baseUrl))).message).toMatch(/damaged/);
});

test('splits a shard into labels and pixels', async () => {
  const { labels, pixels } = await fetchShard(baseUrl, site.manifest.train[1]!);
  expect([...labels]).toEqual([7, 8, 9, 0, 1]);
  expect(pixels.length).toBe(5 * 3072);
  expect([pixels[0], pixels[3071], pixels[3072]]).toEqual([7, 7, 8]);
});

test.each([
  ['missing', () => new Response('', { status: 404 })],
  ['a page of the host instead', htmlPage],
])('a shard that is %s is named', async (_, answer) => {
  site.intercept = answer;
  const error = await rejection<DataError>(fetchShard(baseUrl, site.manifest.train[0]!));
  expect(error).toBeInstanceOf(DataError);
  expect(error.message).toBe(
    'train-0.bin, a file of CIFAR-10 pictures, is missing from this site.',
  );
});

const damages: [string, (bytes: Uint8Array) => Uint8Array, RegExp][] = [
  ['truncated', (bytes) => bytes.slice(0, -1), /21510 bytes instead of 21511/],
  ['too long', (bytes) => Uint8Array.from([...bytes, 0]), /21512 bytes/],
  ['changed in one bit', (bytes) => bytes.with(5000, bytes[5000]! ^ 1), /checksum/],
];

test.each(damages)('a shard that is %s is damaged', async (_, damage, why) => {
  const good = site.files.get('train-0.bin')!;
  site.files.set('train-0.bin', damage(good));
  const error = await rejection<DataError>(fetchShard(baseUrl, site.manifest.train[0]!));
  expect(error).toBeInstanceOf(DataError);
  expect(error.message).toMatch(/^train-0\.bin, a file of CIFAR-10 pictures, is damaged: /);
  expect(error.message).toMatch(why);
  expect(site.requests).toHaveLength(2);
});

test('a shard damaged in the cache is fetched past it', async () => {
  const good = site.files.get('train-0.bin')!;
  site.intercept = (_, { cache }) =>
    cache === 'reload' ? undefined : new Response(good.with(5000, 77));
  const { labels } = await fetchShard(baseUrl, site.manifest.train[0]!);
  expect([...labels]).toEqual([0, 1, 2, 3, 4, 5, 6]);
});

test('a label that is no class is damage, whatever the checksum says', async () => {
  const bad = site.files.get('train-0.bin')!.with(0, 10);
  site.files.set('train-0.bin', bad);
  const entry = { ...site.manifest.train[0]!, crc32: crc32(bad) };
  expect((await rejection(fetchShard(baseUrl, entry))).message).toMatch(/label above 9/);
});
