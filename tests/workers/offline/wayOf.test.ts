import { expect, test } from 'vitest';
import { wayOf } from '../../../src/workers/offline/wayOf.ts';

const scope = 'https://school.org/chapter/';

function way(path: string, of: { mode?: RequestMode; cache?: RequestCache; range?: string } = {}) {
  const { mode = 'cors', cache = 'default', range } = of;
  const headers = new Headers(range ? { Range: range } : {});
  return wayOf({ method: 'GET', url: new URL(path, scope).href, mode, cache, headers }, scope);
}

test('pages come from the network first, named files from the cache, the rest from the network first', () => {
  expect(way('', { mode: 'navigate' })).toBe('page');
  expect(way('degradation/?preset=tiny#lab', { mode: 'navigate' })).toBe('page');
  expect(way('degradation/index.html', { mode: 'navigate' })).toBe('page');
  expect(way('assets/index-DonJToPT.js')).toBe('fixed');
  expect(way('data/cifar10/train-00.bin')).toBe('fixed');
  expect(way('models/tiny200/model.safetensors')).toBe('fixed');
  expect(way('models/tiny200/model.json', { cache: 'no-cache' })).toBe('changing');
  expect(way('data/cifar10/manifest.json')).toBe('changing');
  expect(way('search.json')).toBe('changing');
  // A lesson that the presenter's window reads.
  expect(way('degradation/')).toBe('changing');
});

test('a file that arrived damaged is fetched past the cache', () => {
  expect(way('data/cifar10/train-00.bin', { cache: 'reload' })).toBe('changing');
});

test.each([
  ['another site', way('https://huggingface.co/model.safetensors')],
  ['another folder of the host', way('../other/', { mode: 'navigate' })],
  ['a part of a file', way('models/imagenet/model.safetensors', { range: 'bytes=5-' })],
  ['a download that keeps itself', way('models/tiny200/model.json', { cache: 'no-store' })],
  ['a file that is opened by itself', way('samples/coffee.png', { mode: 'navigate' })],
  ['a file that the site does not know', way('src/main.tsx')],
])('%s is left alone', (_, found) => {
  expect(found).toBeUndefined();
});
