import { entries } from 'idb-keyval';
import type { KeptThing } from '../../../contract/keptHere.ts';
import { megabytes } from '../../../lib/format.ts';
import { keysOf, openExisting, ownCaches, ownWorkers, storageOf } from './places.ts';

/** How much of a thing is kept. */
export interface Amount {
  /** Runs, answers, files; 0 where they are not counted. */
  count: number;
  /** About: what the browser adds is not told. */
  bytes: number;
  isAny: boolean;
}

/** How much is kept of a thing; nothing where storage refuses or never answers. */
export async function measureKept(thing: KeptThing): Promise<Amount> {
  let [count, bytes, isAny] = [0, 0, false];
  for (const kind of ['localStorage', 'sessionStorage'] as const) {
    const storage = storageOf(kind);
    for (const key of keysOf(storage, kind === 'localStorage' ? thing.local : thing.session)) {
      bytes += key.length + (storage?.getItem(key)?.length ?? 0);
      // The name of a tab is nothing by itself.
      isAny ||= kind === 'localStorage' || !thing.database;
    }
  }
  const store = thing.database && (await openExisting(thing.database));
  if (store) {
    const all = await entries<string, unknown>(store).catch(() => []);
    count = all.filter(([key]) => thing.database?.counts.test(key)).length;
    bytes += sizeOf(all);
    isAny ||= all.length > 0;
  }
  if (thing.offline) {
    for (const name of await ownCaches()) {
      const cache = await caches.open(name);
      const files = await cache.matchAll();
      count += files.length;
      for (const file of files) bytes += await sizeOfFile(file);
    }
    isAny = count > 0 || (await ownWorkers()).length > 0;
  }
  return { count, bytes, isAny };
}

async function sizeOfFile(file: Response): Promise<number> {
  const told = Number(file.headers.get('content-length'));
  return told > 0 ? told : (await file.blob()).size;
}

/** The bytes of a value as it lies in a database, about. */
function sizeOf(value: unknown): number {
  if (typeof value === 'string') return value.length;
  if (typeof value === 'number') return 8;
  if (ArrayBuffer.isView(value) || value instanceof ArrayBuffer) return value.byteLength;
  if (typeof value !== 'object' || value === null) return 1;
  return Object.entries(value).reduce((sum, [key, part]) => sum + key.length + sizeOf(part), 0);
}

/** Such as `2 runs, about 1.2 MB`. */
export function sayAmount({ count, bytes, isAny }: Amount, noun = 'file'): string {
  if (!isAny) return 'nothing';
  const things = count === 0 ? '' : `${count} ${noun}${count === 1 ? '' : 's'}, `;
  return `${things}about ${sayBytes(bytes)}`;
}

/** Such as `640 bytes`, `12 kB`, `1.2 MB`. */
function sayBytes(bytes: number): string {
  if (bytes < 1000) return `${bytes} bytes`;
  return bytes < 999_500 ? `${Math.round(bytes / 1000)} kB` : `${megabytes(bytes)} MB`;
}
