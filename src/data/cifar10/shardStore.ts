import { fetchShard, type Shard } from './cifar10.ts';
import type { ShardEntry } from './manifest.ts';
import { averageDown } from '../pictures/resize.ts';

/** Shards fetched as they are asked for and kept at the size they are used in, as bytes to save memory. */
export interface ShardStore {
  /** Starts fetching a shard; a failure is reported to the first caller that needs it. Does nothing beyond the last shard. */
  prefetch(index: number): void;
  /** The shard, its pixels [pictures, size, size, 3]. A failed one is fetched afresh by the call after. */
  get(index: number): Promise<Shard>;
  /** The shard if it is there already. */
  peek(index: number): Shard | undefined;
  receivedBytes(index: number): number;
}

/** `onBytes` is called whenever more of any shard has come in. */
export function createShardStore(
  entries: ShardEntry[],
  options: {
    baseUrl: string;
    storedSize: number;
    pictureSize: number;
    signal?: AbortSignal | undefined;
    onBytes?: () => void;
  },
): ShardStore {
  const fetches = new Map<number, Promise<Shard>>();
  const shards = new Map<number, Shard>();
  const received = new Map<number, number>();

  async function load(index: number, entry: ShardEntry): Promise<Shard> {
    const { labels, pixels } = await fetchShard(options.baseUrl, entry, {
      signal: options.signal,
      onBytes(bytes) {
        received.set(index, bytes);
        options.onBytes?.();
      },
    });
    const shard = { labels, pixels: averageDown(pixels, options.storedSize, options.pictureSize) };
    // Labels as a copy, so that the fetched bytes they lie in can be freed.
    if (shard.pixels !== pixels) shard.labels = labels.slice();
    shards.set(index, shard);
    return shard;
  }

  function prefetch(index: number): void {
    const entry = entries[index];
    if (!entry || fetches.has(index)) return;
    const fetching = load(index, entry);
    fetching.catch(() => undefined);
    fetches.set(index, fetching);
  }

  return {
    prefetch,
    async get(index) {
      prefetch(index);
      try {
        return await (fetches.get(index) as Promise<Shard>);
      } catch (error) {
        fetches.delete(index);
        throw error;
      }
    },
    peek: (index) => shards.get(index),
    // A host may send more than the file has, which is refused once it is there.
    receivedBytes: (index) => Math.min(received.get(index) ?? 0, entries[index]?.bytes ?? 0),
  };
}
