import { DataError } from './dataError.ts';

interface Options {
  signal?: AbortSignal | undefined;
  cache?: RequestCache;
  /** Hears how many bytes have arrived, again and again. */
  onBytes?: ((received: number) => void) | undefined;
  /** The error for an address that has nothing. */
  missing: () => DataError;
}

/** Waits before the second, third and fourth try, in milliseconds. */
const patience = [300, 1000, 3000];

/** Fetches a file whole. A network that fails is tried four times; then it is a DataError. */
export async function fetchBytes(url: URL, options: Options): Promise<Uint8Array> {
  for (const wait of [...patience, undefined]) {
    try {
      return await fetchOnce(url, options);
    } catch (error) {
      if (error instanceof DataError || options.signal?.aborted) throw error;
      if (wait === undefined) break;
      await new Promise((resolve) => setTimeout(resolve, wait));
      options.signal?.throwIfAborted();
    }
  }
  const file = url.pathname.split('/').at(-1);
  throw new DataError(
    `The network failed while fetching ${file}.`,
    'Check the connection and train again; pictures that have arrived are kept by the browser.',
  );
}

async function fetchOnce(url: URL, { signal, cache, onBytes, missing }: Options) {
  const answer = await fetch(url, { signal: signal ?? null, cache: cache ?? 'default' });
  if (answer.status === 404 || answer.status === 410) throw missing();
  if (!answer.ok || !answer.body) throw new Error(`The server answered ${answer.status}.`);

  const chunks: Uint8Array[] = [];
  let received = 0;
  const reader = answer.body.getReader();
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    chunks.push(part.value);
    received += part.value.length;
    onBytes?.(received);
  }
  const bytes = new Uint8Array(received);
  let offset = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, offset);
    offset += chunk.length;
  }
  return bytes;
}
