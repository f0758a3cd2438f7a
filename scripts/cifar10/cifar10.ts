import { rm } from 'node:fs/promises';
import path from 'node:path';
import { cacheFolder } from '../npm/cacheFolder.ts';
import { fetchPictures, type Cifar10 } from './cifar10Source.ts';
import { linkShards, makeShards, readShardFolder } from './shardFolder.ts';

const root = path.resolve(import.meta.dirname, '../..');

export interface Places {
  /** Outlives node_modules and this checkout; the number is the format's. */
  cache: string;
  /** What the site serves. */
  site: string;
  /** Puts the downloaded files in a folder and returns the pictures in them. */
  fetchPictures(workFolder: string): Promise<Cifar10>;
}

const usual: Places = {
  cache: path.join(cacheFolder(), 'cifar10-1'),
  site: path.join(root, 'public/data/cifar10'),
  fetchPictures,
};

/**
 * Puts CIFAR-10's shards into public/data/cifar10, fetched once and kept in a cache of this user. Returns
 * whether they are there. If they cannot be had it says why in one sentence and leaves no manifest, which
 * is how the page knows.
 */
export async function prepareCifar10(places: Partial<Places> = {}): Promise<boolean> {
  const { cache, site, fetchPictures: fetch } = { ...usual, ...places };
  if (await readShardFolder(site)) return true;
  try {
    // Sums are checked before linking, so that deleting public/data heals a damaged shard.
    let manifest = await readShardFolder(cache, { checkSums: true });
    if (!manifest) {
      await makeShards(cache, fetch);
      manifest = await readShardFolder(cache);
    }
    if (!manifest) throw new Error(`${cache} disappeared while it was in use`);
    await linkShards(manifest, cache, site);
    return true;
  } catch (error) {
    await rm(site, { recursive: true, force: true }).catch(() => undefined);
    console.error(explain(error, cache));
    return false;
  }
}

function explain(error: unknown, cache: string): string {
  const { code = '', message: words } = error as NodeJS.ErrnoException;
  const [message = ''] = words.split('\n');
  const tell = (what: string, remedy: string) =>
    `CIFAR-10 could not be prepared because ${what}, so the labs cannot train until you ${remedy}.`;
  if (/^(ENOTFOUND|EAI_AGAIN|ECONN\w+|ENET\w+|EHOST\w+|ETIMEDOUT|ERR_SOCKET_\w+)$/.test(code)) {
    return tell(
      `npm could not reach its registry (${code})`,
      'run npm start again with a network connection',
    );
  }
  if (code === 'ENOSPC') {
    return tell('the disk is full', 'free 600 MB and run npm start again');
  }
  if (['EACCES', 'EPERM', 'EROFS'].includes(code)) {
    return tell(
      `a folder cannot be written (${message})`,
      `make ${cache} writable, or set SKIP_CONNECTIONS_CACHE to another folder, and run npm start again`,
    );
  }
  return tell(`of this: ${message}`, 'run npm start again');
}
