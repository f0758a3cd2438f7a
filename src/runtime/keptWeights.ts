import { clear, createStore, keys } from 'idb-keyval';
import { keptWeights } from '../contract/keptWeights.ts';

/** Whether weights, or parts of them, are kept on this device. */
export async function hasKeptWeights(): Promise<boolean> {
  const found = await keys(createStore(keptWeights.database, keptWeights.store)).catch(() => []);
  return found.length > 0;
}

/** Deletes all weights kept on this device. */
export async function deleteKeptWeights(): Promise<void> {
  await clear(createStore(keptWeights.database, keptWeights.store)).catch(() => undefined);
}
