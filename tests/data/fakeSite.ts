import { vi } from 'vitest';
import type { Manifest, ShardEntry } from '../../src/data/cifar10/manifest.ts';
import { crc32 } from '../../src/lib/crc32.ts';

/** Where the fake site has its data. */
export const baseUrl = 'https://site.example/data/cifar10/';

export interface FakeSite {
  manifest: Manifest;
  /** Bytes by file name: change or delete them to break the site. */
  files: Map<string, Uint8Array>;
  /** File names in the order they were asked for. */
  requests: string[];
  /** Answers in place of the file if it returns something; may take its time or throw. */
  intercept: (
    file: string,
    init: RequestInit,
  ) => Promise<Response | undefined> | Response | undefined;
}

/**
 * A site with a few pictures, served by a stubbed `fetch`. Picture n of the training set (and 100 + n of the
 * test set) has label n mod 10 and all bytes equal to n, so that it can be recognised.
 */
export function serveFakeSite(trainSizes = [7, 5, 8], testSizes = [4, 3]): FakeSite {
  const files = new Map<string, Uint8Array>();
  const shards = (split: string, sizes: number[], first: number): ShardEntry[] => {
    let number = first;
    return sizes.map((pictures, index) => {
      const file = `${split}-${index}.bin`;
      const numbers = Array.from({ length: pictures }, () => number++);
      const bytes = Uint8Array.from([
        ...numbers.map((n) => n % 10),
        ...numbers.flatMap((n) => new Array<number>(32 * 32 * 3).fill(n)),
      ]);
      files.set(file, bytes);
      return { file, pictures, bytes: bytes.length, crc32: crc32(bytes) };
    });
  };
  const manifest: Manifest = {
    format: 1,
    source: 'a test',
    integrity: 'none',
    pictureSize: 32,
    classes: 'a b c d e f g h i j'.split(' '),
    meanRgb: [0, 0, 0],
    // With these a normalised value is the byte itself.
    stdRgb: [1 / 255, 1 / 255, 1 / 255],
    train: shards('train', trainSizes, 0),
    test: shards('test', testSizes, 100),
  };
  files.set('manifest.json', new TextEncoder().encode(JSON.stringify(manifest)));

  const site: FakeSite = { manifest, files, requests: [], intercept: () => undefined };
  vi.stubGlobal('fetch', async (url: string, init: RequestInit = {}) => {
    init.signal?.throwIfAborted();
    const file = url.slice(baseUrl.length);
    site.requests.push(file);
    const answer = await untilAborted(site.intercept(file, init), init.signal);
    const bytes = site.files.get(file);
    return answer ?? (bytes ? new Response(bytes.slice()) : new Response('', { status: 404 }));
  });
  return site;
}

function untilAborted<T>(promise: T, signal: AbortSignal | null | undefined): Promise<Awaited<T>> {
  return new Promise((resolve, reject) => {
    signal?.addEventListener('abort', () => reject(signal.reason));
    Promise.resolve(promise).then(resolve, reject);
  });
}

/** What some static hosts answer for any unknown address. */
export function htmlPage(): Response {
  return new Response('<!doctype html><title>Home</title>', {
    headers: { 'Content-Type': 'text/html; charset=utf-8' },
  });
}

/** The error a promise rejects with; fails if it doesn't. */
export async function rejection<E extends Error>(promise: Promise<unknown>): Promise<E> {
  const outcome = await promise.then(
    () => undefined,
    (error: E) => error,
  );
  if (!outcome) throw new Error('It should have been rejected.');
  return outcome;
}
