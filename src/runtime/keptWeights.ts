import { clear, getMany, keys } from 'idb-keyval';
import { isHeadKey, keptWeights, type KeptHead } from '../contract/keptWeights.ts';
import { createDeviceStore } from '../lib/deviceDatabase.ts';

/** How much of a network's weights is kept on this device; `impossible` where the browser keeps nothing. */
export type Kept = 'impossible' | 'nothing' | 'parts' | 'everything';

const store = createDeviceStore(keptWeights.database, keptWeights.store);

/** What is kept of the weights that were fetched on request. */
export async function findKeptWeights(): Promise<Kept> {
  try {
    const found = await keys<string>(store);
    const heads = await getMany<KeptHead>(found.filter(isHeadKey), store);
    if (heads.some(isWhole)) return 'everything';
    return found.length > 0 ? 'parts' : 'nothing';
  } catch {
    return 'impossible';
  }
}

/** Deletes all weights kept on this device. */
export async function deleteKeptWeights(): Promise<void> {
  await clear(store).catch(() => undefined);
}

const isWhole = (head: KeptHead | undefined) =>
  head?.total !== undefined && head.received === head.total;
