import { createStore, delMany, get, keys, setMany } from 'idb-keyval';
import { headKey, keptWeights, type KeptHead } from '../../contract/keptWeights.ts';

/** What has arrived of a file so far. */
export interface Kept {
  parts: Uint8Array[];
  /** Size of the whole file in bytes, once it is known. */
  total: number | undefined;
}

/** Keeps the parts of one file, during its download and after. */
export interface PartStore {
  read(): Promise<Kept>;
  add(part: Uint8Array, total: number | undefined): Promise<void>;
  clear(): Promise<void>;
}

/** Keeps the parts of the file at `url` in IndexedDB. */
export function createPartStore(url: string): PartStore {
  const store = createStore(keptWeights.database, keptWeights.store);
  const partKey = (index: number) => `${url} ${index}`;
  const readHead = async () =>
    (await get<KeptHead>(headKey(url), store)) ?? { count: 0, received: 0 };

  return {
    async read() {
      const { count, total } = await readHead();
      const parts = await Promise.all(
        Array.from({ length: count }, (_, index) => get<Uint8Array>(partKey(index), store)),
      );
      const whole = parts.every((part) => part !== undefined);
      return whole ? { parts, total } : { parts: [], total: undefined };
    },
    async add(part, total) {
      const { count, received } = await readHead();
      const head: KeptHead = {
        count: count + 1,
        received: received + part.length,
        ...(total !== undefined && { total }),
      };
      await setMany(
        [
          [partKey(count), part],
          [headKey(url), head],
        ],
        store,
      );
    },
    async clear() {
      const mine = (await keys(store)).filter((key) => String(key).startsWith(`${url} `));
      await delMany(mine, store);
    },
  };
}
