import { concatBytes } from '../../lib/concatBytes.ts';
import { DataError } from './dataError.ts';
import { createOutage, ServerTrouble } from './outage.ts';
import type { Kept, PartStore } from './partStore.ts';
import { createStallWatch, type StallWatch } from './stallWatch.ts';
import { reasonOf } from '../../lib/reasonOf.ts';

export interface DownloadOptions {
  /** Bytes of the whole file, where they are known beforehand. */
  bytes?: number | undefined;
  onBytes: (receivedBytes: number, totalBytes: number | undefined) => void;
  /** A connection that delivers nothing for this long is closed and reopened. */
  stallMs?: number;
  /** About how many bytes are kept at a time. */
  partBytes?: number;
}

/**
 * A large file, fetched in parts that are kept as they come: a connection that breaks off or stalls is
 * resumed where it was (HTTP Range), also after the page was closed. A whole file is not fetched again.
 * @throws DataError when the server has no such file, refuses it four times in a row, or the line stays
 * down for two minutes
 */
export async function keptDownload(
  url: string,
  store: PartStore,
  { bytes, onBytes, stallMs = 30_000, partBytes = 4_000_000 }: DownloadOptions,
): Promise<Uint8Array> {
  const none = { parts: [], isWhole: false };
  let { parts, isWhole }: Kept = await store.read().catch(() => none);
  let total = bytes;
  // Once a part could not be kept, those after it would leave a gap.
  let isKept = true;
  const keep = async (work: () => Promise<void>) => {
    if (isKept) await work().catch(() => (isKept = false));
  };
  const received = () => parts.reduce((sum, { length }) => sum + length, 0);
  const begin = async () => {
    parts = [];
    isKept = true;
    await keep(store.clear);
  };

  const outage = createOutage();
  while (!isWhole) {
    const before = received();
    onBytes(before, total);
    try {
      const watch = createStallWatch(stallMs);
      const response = await watch.during(request(url, before, watch.signal));
      if (response.status === beyondEnd) {
        await begin();
        continue;
      }
      // The server sends the file from its beginning.
      if (before > 0 && response.status !== 206) await begin();
      total = bytes ?? sizeOf(response, received());
      await readParts(response, watch, {
        partBytes,
        heard: (more) => onBytes(received() + more, total),
        async take(part) {
          const from = received();
          parts.push(part);
          await keep(() => store.add(part, from));
        },
      });
      isWhole = true;
      await keep(store.finish);
    } catch (error) {
      if (error instanceof DataError) throw error;
      if (received() > before) outage.end();
      if (!(await outage.waitAfter(error))) throw unreachable(url, error);
    }
  }
  outage.end();
  onBytes(received(), received());
  return concatBytes(parts);
}

/**
 * Bytes of the whole file, of which `response` brings those after the first `from`. Of a file that the server
 * packs, as gzip does, its header tells the packed size: then undefined. Another site hides that it packs.
 */
function sizeOf({ headers }: Response, from: number): number | undefined {
  const rest = Number(headers.get('Content-Length'));
  return rest > 0 && !headers.has('Content-Encoding') ? from + rest : undefined;
}

/** Statuses that may be different a moment later. */
const passing = new Set([408, 429]);
/** Status of a request for what comes after the end of the file: what is kept is of another. */
const beyondEnd = 416;

async function request(url: string, from: number, signal: AbortSignal): Promise<Response> {
  const response = await fetch(url, {
    signal,
    cache: 'no-store',
    referrerPolicy: 'no-referrer',
    ...(from > 0 && { headers: { Range: `bytes=${from}-` } }),
  });
  if (response.ok || (from > 0 && response.status === beyondEnd)) return response;
  if (response.status >= 500 || passing.has(response.status)) {
    throw new ServerTrouble(response.status);
  }
  throw missing(url, response.status);
}

interface Reading {
  partBytes: number;
  /** Called with the bytes received since the last part. */
  heard: (bytes: number) => void;
  take: (part: Uint8Array) => Promise<void>;
}

/** Reads a body and passes it on in parts, including what arrived before a break. */
async function readParts(
  response: Response,
  watch: StallWatch,
  { partBytes, heard, take }: Reading,
): Promise<void> {
  const reader = response.body?.getReader();
  if (!reader) return;
  let chunks: Uint8Array[] = [];
  let size = 0;
  const hand = async () => {
    const part = concatBytes(chunks);
    [chunks, size] = [[], 0];
    if (part.length > 0) await take(part);
  };
  try {
    for (;;) {
      const { done, value } = await watch.during(reader.read());
      if (done) return;
      chunks.push(value);
      size += value.length;
      heard(size);
      if (size >= partBytes) await hand();
    }
  } finally {
    await hand();
  }
}

function missing(url: string, status: number): DataError {
  return new DataError(
    `${new URL(url).host} refused to send the weights: it answered ${status}.`,
    'Try again later, or download the file yourself and open it as a checkpoint.',
  );
}

function unreachable(url: string, cause: unknown): DataError {
  return new DataError(
    `The weights could not be downloaded from ${new URL(url).host}: ${reasonOf(cause)}.`,
    'Check your network connection and try again; the download will continue where it stopped.',
    { cause },
  );
}
