import {
  cacheNameOf,
  keyOf,
  offlineListFile,
  type OfflineFile,
  type OfflineList,
  type OfflinePart,
} from '../../contract/offline.ts';
import { sleep } from '../../data/download/sleep.ts';
import { askWorker } from './askWorker.ts';

/** A worker of an older version never answers. */
const patienceMs = 1000;

/** The list of the site's files, as the site has it now or, without a network, as it was kept. */
export async function readList(root: string): Promise<OfflineList> {
  const response = await fetch(root + offlineListFile, { cache: 'no-cache' });
  if (!response.ok) throw new Error(`the list of files is missing (${response.status})`);
  return (await response.json()) as OfflineList;
}

/** The paths of kept files. Rejects where the browser stores nothing. */
export async function keptPaths(root: string): Promise<Set<string>> {
  const cache = await caches.open(cacheNameOf(root));
  return new Set((await cache.keys()).map(({ url }) => url.slice(root.length)));
}

/** Deletes kept files. What the service worker is about to keep by itself is given up first. */
export async function deleteFiles(root: string, files: OfflineFile[]): Promise<void> {
  const worker = (await navigator.serviceWorker.getRegistration())?.active;
  if (worker) await Promise.race([askWorker(worker, { type: 'stop' }), sleep(patienceMs)]);
  const cache = await caches.open(cacheNameOf(root));
  for (const { path } of files) await cache.delete(keyOf(root + path));
}

export interface PartSize {
  part: OfflinePart;
  bytes: number;
  keptBytes: number;
}

const order: OfflinePart[] = ['chapter', 'classifier', 'python', 'pictures', 'morePictures'];

/** How large each part is and how much of it is kept, in bytes; without those that the site does not have. */
export function sizesOf({ files }: OfflineList, kept: Set<string>): PartSize[] {
  const sizes = new Map<OfflinePart, PartSize>();
  for (const { path, bytes, part } of files) {
    const size = sizes.get(part) ?? { part, bytes: 0, keptBytes: 0 };
    size.bytes += bytes;
    if (kept.has(path)) size.keptBytes += bytes;
    sizes.set(part, size);
  }
  return order.flatMap((part) => sizes.get(part) ?? []);
}
