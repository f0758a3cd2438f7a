import { clear, createStore, getMany, keys } from 'idb-keyval';
import { isHeadKey, keptWeights, type KeptHead } from '../contract/keptWeights.ts';

/** How much of a network's weights is kept on this device. */
export type Kept = 'nothing' | 'parts' | 'everything';

const store = createStore(keptWeights.database, keptWeights.store);

/** What is kept of the weights that were fetched on request; nothing where storage is switched off. */
export async function findKeptWeights(): Promise<Kept> {
  try {
    const found = await keys<string>(store);
    const heads = await getMany<KeptHead>(found.filter(isHeadKey), store);
    if (heads.some(isWhole)) return 'everything';
    return found.length > 0 ? 'parts' : 'nothing';
  } catch {
    return 'nothing';
  }
}

/** Deletes all weights kept on this device. */
export async function deleteKeptWeights(): Promise<void> {
  await clear(store).catch(() => undefined);
}

const isWhole = (head: KeptHead | undefined) =>
  head?.total !== undefined && head.received === head.total;
