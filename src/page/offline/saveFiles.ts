import { cacheNameOf, keyOf, type OfflineFile } from '../../contract/offline.ts';
import { createOutage, ServerTrouble } from '../../data/download/outage.ts';
import { createStallWatch } from '../../data/download/stallWatch.ts';

/** Files that are fetched beside each other: most are small, and a host is asked for each. */
const lanes = 6;
/** A connection that brings nothing for so long is given up and opened anew, in milliseconds. */
const stallMs = 20_000;

/** The site lacks a file of its list, or has another one: it was replaced meanwhile. */
export class SiteChanged extends Error {
  override readonly name = 'SiteChanged';
}

interface Saving {
  /** The site's root, an absolute address. */
  root: string;
  signal: AbortSignal;
  /** Hears the bytes that have come of all `files`. */
  onBytes: (received: number) => void;
}

/**
 * Fetches files into the cache from which the service worker answers. While the line is down it waits, for two minutes.
 * What has come by then stays, so that another call goes on from there.
 * Rejects with the signal's reason when aborted, with SiteChanged, or with the browser's error: no room, no network.
 */
export async function saveFiles(files: OfflineFile[], saving: Saving): Promise<void> {
  const cache = await caches.open(cacheNameOf(saving.root));
  const ending = new AbortController();
  const { signal } = ending;
  const follow = () => ending.abort(saving.signal.reason);
  if (saving.signal.aborted) follow();
  saving.signal.addEventListener('abort', follow, { once: true });
  let received = 0;
  const left = [...files];
  const work = async () => {
    for (let file = left.shift(); file; file = left.shift()) {
      signal.throwIfAborted();
      await saveFile(cache, file, {
        ...{ root: saving.root, signal },
        onBytes: (more) => saving.onBytes((received += more)),
      });
    }
  };
  const working = Array.from({ length: lanes }, work);
  try {
    await Promise.all(working);
  } catch (error) {
    ending.abort(error);
    await Promise.allSettled(working);
    throw error;
  }
}

/** `onBytes` hears how many more have come; those of a failed attempt are taken back. */
async function saveFile(cache: Cache, file: OfflineFile, saving: Saving): Promise<void> {
  const outage = createOutage();
  for (;;) {
    let came = 0;
    try {
      await fetchInto(cache, file, saving, (more) => {
        came += more;
        saving.onBytes(more);
      });
      return outage.end();
    } catch (error) {
      saving.onBytes(-came);
      saving.signal.throwIfAborted();
      const isFinal = error instanceof SiteChanged || error instanceof DOMException;
      if (isFinal || !(await outage.waitAfter(error, saving.signal))) throw error;
    }
  }
}

async function fetchInto(
  cache: Cache,
  { path, bytes }: OfflineFile,
  { root, signal }: Saving,
  onBytes: (more: number) => void,
): Promise<void> {
  const watch = createStallWatch(stallMs, signal);
  const url = root + path;
  // Past the service worker, which would keep a copy of its own, and past the browser's other cache.
  const response = await watch.during(fetch(url, { cache: 'no-store', signal: watch.signal }));
  if (response.status >= 500) throw new ServerTrouble(response.status);
  if (!response.ok || !response.body) throw new SiteChanged(path);
  const isPage = path === '' || path.endsWith('/');
  // Many hosts answer with a page of their own for what they lack.
  const isHtml = isPage || path.endsWith('.html');
  if (response.headers.get('Content-Type')?.startsWith('text/html') !== isHtml)
    throw new SiteChanged(path);

  const chunks: Uint8Array<ArrayBuffer>[] = [];
  let size = 0;
  const reader = response.body.getReader();
  for (;;) {
    const { done, value } = await watch.during(reader.read());
    if (done) break;
    chunks.push(value);
    size += value.length;
    onBytes(value.length);
  }
  // A host may add to a page.
  if (!isPage && size !== bytes) throw new SiteChanged(path);
  await cache.put(keyOf(url), new Response(new Blob(chunks), { headers: unpacked(response) }));
}

/** The headers of an answer, without those of its packed form. */
function unpacked(response: Response): Headers {
  const headers = new Headers(response.headers);
  headers.delete('Content-Encoding');
  headers.delete('Content-Length');
  return headers;
}
