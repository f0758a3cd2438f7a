import { expect, test, vi } from 'vitest';
import { DataError } from '../../../src/data/download/dataError.ts';
import { checkManifest } from '../../../src/data/cifar10/manifest.ts';
import { serveFakeSite } from '../fakeSite.ts';

const { manifest } = serveFakeSite();
vi.unstubAllGlobals();
const [shard] = manifest.train;

test('a good manifest passes unchanged', () => {
  expect(checkManifest(structuredClone(manifest))).toEqual(manifest);
});

test.each([
  ['nothing', null],
  ['a list', []],
  ['another format', { ...manifest, format: 2 }],
  ['pictures of another size', { ...manifest, pictureSize: 28 }],
  ['no classes', { ...manifest, classes: undefined }],
  ['a deviation of 0', { ...manifest, stdRgb: [0.2, 0, 0.2] }],
  ['a mean that is no number', { ...manifest, meanRgb: [0.2, null, 0.2] }],
  ['no shards', { ...manifest, train: [] }],
  ['a shard outside its folder', { ...manifest, train: [{ ...shard, file: '../secret.bin' }] }],
  ['a shard of the wrong length', { ...manifest, test: [{ ...shard, bytes: 12 }] }],
  ['an empty shard', { ...manifest, test: [{ ...shard, pictures: 0, bytes: 0 }] }],
  ['a shard without a checksum', { ...manifest, test: [{ ...shard, crc32: undefined }] }],
])('%s is refused with a sentence', (_, json) => {
  expect(() => checkManifest(json)).toThrow(DataError);
  expect(() => checkManifest(json)).toThrow(/^The list of training pictures, .*\.$/);
});
