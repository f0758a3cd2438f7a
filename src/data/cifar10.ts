import { crc32 } from '../lib/crc32.ts';
import { DataError } from './dataError.ts';
import { fetchBytes } from './fetchBytes.ts';

/** Side of CIFAR-10's pictures in pixels. */
export const cifarSize = 32;
const pictureBytes = cifarSize * cifarSize * 3;

/** One file of pictures: `pictures` label bytes, then the pictures as [height, width, RGB] bytes. */
export interface ShardEntry {
  file: string;
  pictures: number;
  bytes: number;
  crc32: number;
}

/** What lies beside the shards (Krizhevsky 2009: 50,000 training and 10,000 test pictures, ten classes). */
export interface Manifest {
  format: 1;
  source: string;
  integrity: string;
  classes: string[];
  /** Mean and standard deviation of each channel over the training pictures, 0 to 1. */
  mean: [number, number, number];
  std: [number, number, number];
  train: ShardEntry[];
  test: ShardEntry[];
}

export interface Shard {
  /** [pictures], 0 to 9. */
  labels: Uint8Array;
  /** [pictures, 32, 32, 3]. */
  pixels: Uint8Array;
}

/** Reads the list of shards. Throws a DataError when the site has no pictures. */
export async function fetchManifest(baseUrl: string, signal?: AbortSignal): Promise<Manifest> {
  const missing = () =>
    new DataError(
      'The training pictures are not on this site: set-up could not fetch CIFAR-10 when it was built.',
      'Whoever runs the site can run npm start again with a network connection; the text and the recorded runs are complete without them.',
    );
  const bytes = await fetchBytes(new URL('manifest.json', baseUrl), { signal, missing });
  try {
    const manifest = JSON.parse(new TextDecoder().decode(bytes)) as Partial<Manifest>;
    if (manifest.format === 1 && manifest.train?.length && manifest.test?.length) {
      return manifest as Manifest;
    }
  } catch {
    // Some hosts answer an unknown address with a page instead of an error.
  }
  throw missing();
}

export interface FetchShardOptions {
  signal?: AbortSignal | undefined;
  onBytes?: ((received: number) => void) | undefined;
}

/**
 * Fetches one shard and checks it whole: length, CRC-32 and labels. A damaged one is fetched once more
 * past the browser's cache; still damaged, it is a DataError that names the file.
 */
export async function fetchShard(
  baseUrl: string,
  entry: ShardEntry,
  { signal, onBytes }: FetchShardOptions = {},
): Promise<Shard> {
  const missing = () =>
    new DataError(
      `The pictures in ${entry.file} are missing from this site.`,
      'Try again later, or tell whoever runs the site.',
    );
  for (const cache of ['default', 'reload'] as const) {
    const url = new URL(entry.file, baseUrl);
    const bytes = await fetchBytes(url, { signal, onBytes, missing, cache });
    const shard = parseShard(bytes, entry);
    if (shard) return shard;
  }
  throw new DataError(
    `The pictures in ${entry.file} arrived damaged twice: their checksum is not the one recorded.`,
    'Reload the page; if it happens again, tell whoever runs the site.',
  );
}

function parseShard(
  bytes: Uint8Array,
  { pictures, crc32: recorded }: ShardEntry,
): Shard | undefined {
  if (bytes.length !== pictures * (1 + pictureBytes) || crc32(bytes) !== recorded) return undefined;
  const labels = bytes.subarray(0, pictures);
  if (labels.some((label) => label > 9)) return undefined;
  return { labels, pixels: bytes.subarray(pictures) };
}
