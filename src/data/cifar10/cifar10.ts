import { crc32 } from '../../lib/crc32.ts';
import { DataError } from '../download/dataError.ts';
import { fetchBytes, type FetchOptions } from '../download/fetchBytes.ts';
import { followDownload } from '../download/progress.ts';
import { checkManifest, damaged, type Manifest, type ShardEntry } from './manifest.ts';

/** Pictures of one file, as it is stored. */
export interface Shard {
  /** A class, 0 to 9, a picture. */
  labels: Uint8Array;
  /** [pictures, 32, 32, 3]: rows of RGB bytes. */
  pixels: Uint8Array;
}

/**
 * The list of the CIFAR-10 shards (Krizhevsky 2009) in the folder `baseUrl`, an absolute address.
 * Throws a DataError if the site has none, if it is damaged or if the network fails.
 */
export async function fetchManifest(baseUrl: string, signal?: AbortSignal): Promise<Manifest> {
  const bytes = await fetchBytes(fileUrl(baseUrl, 'manifest.json'), { signal });
  if (!bytes) {
    throw new DataError(
      'The training pictures are not on this site: CIFAR-10 could not be downloaded when the site was built.',
      'The text and the recorded runs work without them. If this is your site, run npm start again with a network connection.',
    );
  }
  let json: unknown;
  try {
    json = JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    throw damaged('is damaged');
  }
  return checkManifest(json);
}

/**
 * One shard, checked in full: a damaged one is fetched once more past the browser's cache.
 * Throws a DataError that names the shard if it is missing or stays damaged, or if the network fails.
 */
export async function fetchShard(
  baseUrl: string,
  entry: ShardEntry,
  options: Pick<FetchOptions, 'signal' | 'onBytes'> = {},
): Promise<Shard> {
  const url = fileUrl(baseUrl, entry.file);
  const follow = followDownload(entry.bytes);
  const onBytes = (received: number) => {
    follow(received);
    options.onBytes?.(received);
  };
  const first = await fetchBytes(url, { ...options, onBytes });
  if (!first) {
    throw new DataError(
      `${entry.file}, a file of CIFAR-10 pictures, is missing from this site.`,
      'Try again later. If this is your site, run npm start again with a network connection.',
    );
  }
  if (!findDamage(first, entry)) return split(first, entry);

  const again = await fetchBytes(url, { ...options, onBytes, cache: 'reload' });
  const damage = again ? findDamage(again, entry) : 'on a second attempt it was missing';
  if (again && !damage) return split(again, entry);
  throw new DataError(
    `${entry.file}, a file of CIFAR-10 pictures, is damaged: ${damage}.`,
    'Reload this page and try again. If it is still damaged and this is your site, delete the folder public/data and run npm start.',
  );
}

function fileUrl(baseUrl: string, file: string): string {
  return new URL(file, baseUrl.endsWith('/') ? baseUrl : `${baseUrl}/`).href;
}

function findDamage(bytes: Uint8Array, entry: ShardEntry): string | undefined {
  if (bytes.length !== entry.bytes) return `it has ${bytes.length} bytes instead of ${entry.bytes}`;
  if (crc32(bytes) !== entry.crc32) return 'its checksum does not match';
  if (bytes.subarray(0, entry.pictures).some((label) => label > 9)) return 'it has a label above 9';
  return undefined;
}

function split(bytes: Uint8Array, { pictures }: ShardEntry): Shard {
  return { labels: bytes.subarray(0, pictures), pixels: bytes.subarray(pictures) };
}
