import { concatBytes } from './concatBytes.ts';
import { DataError } from './dataError.ts';
import { sleep } from './sleep.ts';
import { reasonOf } from '../../lib/reasonOf.ts';

export interface FetchOptions {
  signal?: AbortSignal | undefined;
  cache?: RequestCache;
  /** Called as the body arrives, with the number of bytes received so far. */
  onBytes?: ((receivedBytes: number) => void) | undefined;
}

/** Waits before the second, third and fourth attempt, in milliseconds. */
const backoff = [200, 600, 1800];

/** Statuses that may be different a moment later. */
const passing = new Set([408, 429, 500, 502, 503, 504]);

/**
 * The file at `url`, or undefined if the site has no such file.
 * A connection that fails or breaks off is tried again, three times in all; then a DataError is thrown.
 * Rejects with the signal's reason when aborted.
 */
export async function fetchBytes(
  url: string,
  options: FetchOptions = {},
): Promise<Uint8Array | undefined> {
  for (let attempt = 0; ; attempt++) {
    const wait = backoff[attempt];
    try {
      return await fetchOnce(url, options);
    } catch (error) {
      options.signal?.throwIfAborted();
      if (wait === undefined) throw unreachable(url, error);
    }
    await sleep(wait, options.signal);
  }
}

async function fetchOnce(
  url: string,
  { signal, cache, onBytes }: FetchOptions,
): Promise<Uint8Array | undefined> {
  onBytes?.(0);
  const response = await fetch(url, { ...(signal && { signal }), ...(cache && { cache }) });
  if (passing.has(response.status)) throw new Error(`the server answered ${response.status}`);
  // Some static hosts answer an unknown address with a page of their own and status 200.
  const isPage = response.headers.get('Content-Type')?.startsWith('text/html');
  if (!response.ok || isPage) {
    await response.body?.cancel();
    return undefined;
  }
  return readBody(response, onBytes);
}

async function readBody(response: Response, onBytes: FetchOptions['onBytes']): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let received = 0;
  const reader = response.body?.getReader();
  for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
    chunks.push(part.value);
    received += part.value.length;
    onBytes?.(received);
  }
  return concatBytes(chunks);
}

function unreachable(url: string, cause: unknown): DataError {
  const file = new URL(url).pathname.split('/').at(-1);
  return new DataError(
    `${file} could not be downloaded in four attempts: ${reasonOf(cause)}.`,
    'Check your network connection and try again.',
    { cause },
  );
}
