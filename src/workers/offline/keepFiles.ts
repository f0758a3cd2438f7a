import {
  cacheNameOf,
  keyOf,
  offlineListFile,
  type OfflineFile,
  type OfflineList,
} from '../../contract/offline.ts';
import { renewals } from './renewals.ts';
import { storable } from './storable.ts';

/** Where the worker notes which version the kept files are of. */
const notedList = 'kept-files.json';

/** The files that one site keeps in the browser's cache, as its service worker looks after them. */
export interface Keeper {
  /** Keeps what a page loaded before it had a service worker, and `code`: all scripts and styles of the chapter. */
  keep(urls: string[], code: boolean): Promise<void>;
  /** Ends all that `keep` has begun: what is deleted afterwards does not come back. */
  stop(): Promise<void>;
  /**
   * Fetches the files of this worker's version that take the place of kept ones. Deletes nothing: pages of the old
   * version may be open. Rejects, to be tried again, when the network fails or the site has yet another version.
   */
  renew(): Promise<void>;
  /** Deletes what this version lacks; only once no page of an older one is open. */
  tidy(): Promise<void>;
}

/**
 * @param scope the site's root, an absolute address
 * @param version of the site that this worker came with
 */
export function createKeeper(scope: string, version: string): Keeper {
  const open = () => caches.open(cacheNameOf(scope));
  const urlOf = (path: string) => new URL(path, scope).href;

  async function readList(): Promise<OfflineList | undefined> {
    const noted = await (await open()).match(urlOf(notedList));
    return noted?.json() as Promise<OfflineList | undefined>;
  }

  async function fetchList(): Promise<OfflineList> {
    const response = await fetch(urlOf(offlineListFile), { cache: 'no-cache' });
    const list = (await response.json()) as OfflineList;
    if (list.version !== version) throw new Error('The site has another version.');
    return list;
  }

  async function noteList(list: OfflineList): Promise<void> {
    await (await open()).put(urlOf(notedList), new Response(JSON.stringify(list)));
  }

  async function add(
    { path, revision }: Pick<OfflineFile, 'path' | 'revision'>,
    signal?: AbortSignal,
  ): Promise<void> {
    const url = urlOf(path);
    const response = await fetch(url, {
      cache: revision === undefined ? 'default' : 'no-cache',
      priority: 'low',
      ...(signal && { signal }),
    });
    const copy = storable(url, response);
    if (!copy) throw new Error(`${url} could not be fetched.`);
    signal?.throwIfAborted();
    await (await open()).put(keyOf(url), copy);
  }

  async function keptPaths(): Promise<Set<string>> {
    const requests = await (await open()).keys();
    return new Set(requests.map(({ url }) => url.slice(scope.length)));
  }

  async function keep(urls: string[], code: boolean, signal: AbortSignal): Promise<void> {
    const list = await fetchList();
    if ((await readList()) === undefined) await noteList(list);
    const asked = new Set(urls.map((url) => keyOf(url).slice(scope.length)));
    const kept = await keptPaths();
    const isWanted = ({ path, part }: OfflineFile) =>
      !kept.has(path) && (asked.has(path) || (code && part === 'chapter' && isCode(path)));
    // One after the other: the reader's own downloads come first.
    for (const file of list.files.filter(isWanted)) await add(file, signal);
  }

  let stopping = new AbortController();
  const keeping = new Set<Promise<void>>();

  return {
    async keep(urls, code) {
      const run = keep(urls, code, stopping.signal);
      keeping.add(run);
      await run.finally(() => keeping.delete(run));
    },
    async stop() {
      stopping.abort();
      stopping = new AbortController();
      await Promise.allSettled(keeping);
    },
    async renew() {
      const list = await fetchList();
      for (const file of renewals(await keptPaths(), await readList(), list)) await add(file);
      await noteList(list);
    },
    async tidy() {
      const list = await readList();
      if (list?.version !== version) return;
      const listed = new Set([...list.files.map(({ path }) => path), notedList, offlineListFile]);
      const cache = await open();
      for (const path of await keptPaths()) {
        if (!listed.has(path)) await cache.delete(urlOf(path));
      }
    },
  };
}

const isCode = (path: string) => /\.(js|css|wasm)$/.test(path);
