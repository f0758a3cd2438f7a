import { clear, get, set } from 'idb-keyval';
import { keptSpeeds } from '../../contract/keptHere.ts';
import { createDeviceStore } from '../../lib/deviceDatabase.ts';
import type { Measured } from './measured.ts';

const store = createDeviceStore(keptSpeeds.name, keptSpeeds.store);
/** To measure anew takes no longer, in milliseconds. */
const patience = 300;

/** What was measured under this key on an earlier visit; undefined where nothing is, or storage does not answer soon. */
export function recall(key: string): Promise<Measured | undefined> {
  const none = new Promise<undefined>((resolve) => setTimeout(resolve, patience, undefined));
  return Promise.race([get<Measured>(key, store).catch(() => undefined), none]);
}

/** Keeps what was measured, in place of all that was before: other drivers and browsers have gone. */
export async function remember(key: string, measured: Measured): Promise<void> {
  await forget();
  await set(key, measured, store).catch(() => undefined);
}

/** After a device was lost, or could not do what it promised. */
export async function forget(): Promise<void> {
  await clear(store).catch(() => undefined);
}
