import { delMany, get, keys, promisifyRequest } from 'idb-keyval';
import { headKey, keptWeights, type KeptHead } from '../../contract/keptWeights.ts';
import { createDeviceStore } from '../../lib/deviceDatabase.ts';

/** What has arrived of a file so far. */
export interface Kept {
  parts: Uint8Array[];
  isWhole: boolean;
}

/** Keeps the parts of one file, during its download and after. Rejects where the device keeps nothing. */
export interface PartStore {
  read(): Promise<Kept>;
  /**
   * @param from where in the file the part begins
   * @throws unless that is where the kept parts end: another tab keeps the same file
   */
  add(part: Uint8Array, from: number): Promise<void>;
  /** Notes that nothing is missing. */
  finish(): Promise<void>;
  clear(): Promise<void>;
}

/** Keeps the parts of the file at `url` in IndexedDB. */
export function createPartStore(url: string): PartStore {
  const store = createDeviceStore(keptWeights.database, keptWeights.store);
  const partKey = (index: number) => `${url} ${index}`;
  const empty: KeptHead = { count: 0, received: 0 };
  const readHead = async (parts: IDBObjectStore) =>
    (await promisifyRequest<KeptHead | undefined>(parts.get(headKey(url)))) ?? empty;

  return {
    async read() {
      const { count, received, total } = await store('readonly', readHead);
      const parts = await Promise.all(
        Array.from({ length: count }, (_, index) => get<Uint8Array>(partKey(index), store)),
      );
      if (!parts.every((part) => part !== undefined)) return { parts: [], isWhole: false };
      return { parts, isWhole: total === received };
    },
    add: (part, from) =>
      // In one go: what two tabs keep of the same file must not mix.
      store('readwrite', async (parts) => {
        const { count, received } = await readHead(parts);
        if (received !== from) throw new Error('Another tab keeps this file.');
        const head: KeptHead = { count: count + 1, received: received + part.length };
        parts.put(part, partKey(count));
        parts.put(head, headKey(url));
        await promisifyRequest(parts.transaction);
      }),
    finish: () =>
      store('readwrite', async (parts) => {
        const head = await readHead(parts);
        parts.put({ ...head, total: head.received } satisfies KeptHead, headKey(url));
        await promisifyRequest(parts.transaction);
      }),
    async clear() {
      const mine = (await keys(store)).filter((key) => String(key).startsWith(`${url} `));
      await delMany(mine, store);
    },
  };
}
