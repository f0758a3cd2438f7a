import { concatBytes } from '../../lib/concatBytes.ts';
import { DataError } from './dataError.ts';
import { createOutage, ServerTrouble } from './outage.ts';
import { createStallWatch, type StallWatch } from './stallWatch.ts';
import { reasonOf } from '../../lib/reasonOf.ts';

export interface FetchOptions {
  signal?: AbortSignal | undefined;
  cache?: RequestCache;
  /** Called as the body arrives, with the number of bytes received so far. */
  onBytes?: ((receivedBytes: number) => void) | undefined;
}

/** Answers that may be different a moment later. */
const passing = new Set([408, 429, 500, 502, 503, 504]);
/** A connection that brings nothing for so long is given up and opened anew, in milliseconds. */
const stallMs = 20_000;

/**
 * The file at `url`, or undefined if the site has no such file.
 * A connection that fails, breaks off or stalls is tried again: while the line is down, for two minutes, which
 * `watchLine` hears; where the server cannot send the file, four times in all. Then a DataError tells.
 * Rejects with the signal's reason when aborted.
 */
export async function fetchBytes(
  url: string,
  options: FetchOptions = {},
): Promise<Uint8Array | undefined> {
  const outage = createOutage();
  for (;;) {
    try {
      const bytes = await fetchOnce(url, options);
      outage.end();
      return bytes;
    } catch (error) {
      options.signal?.throwIfAborted();
      if (!(await outage.waitAfter(error, options.signal))) throw unreachable(url, error);
    }
  }
}

async function fetchOnce(
  url: string,
  { signal, cache, onBytes }: FetchOptions,
): Promise<Uint8Array | undefined> {
  onBytes?.(0);
  const watch = createStallWatch(stallMs, signal);
  const request = fetch(url, { signal: watch.signal, ...(cache && { cache }) });
  const response = await watch.during(request);
  if (passing.has(response.status)) throw new ServerTrouble(response.status);
  // Some static hosts answer an unknown address with a page of their own and status 200.
  const isPage = response.headers.get('Content-Type')?.startsWith('text/html');
  if (!response.ok || isPage) {
    await response.body?.cancel();
    return undefined;
  }
  return readBody(response, watch, onBytes);
}

async function readBody(
  response: Response,
  watch: StallWatch,
  onBytes: FetchOptions['onBytes'],
): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let received = 0;
  const reader = response.body?.getReader();
  for (;;) {
    const part = reader && (await watch.during(reader.read()));
    if (!part || part.done) return concatBytes(chunks);
    chunks.push(part.value);
    received += part.value.length;
    onBytes?.(received);
  }
}

function unreachable(url: string, cause: unknown): DataError {
  const file = new URL(url).pathname.split('/').at(-1);
  return new DataError(
    `${file} could not be downloaded: ${reasonOf(cause)}.`,
    'Check your network connection and try again.',
    { cause },
  );
}
