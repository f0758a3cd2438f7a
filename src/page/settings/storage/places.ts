import type { UseStore } from 'idb-keyval';
import type { KeptThing } from '../../../contract/keptHere.ts';
import { createDeviceStore } from '../../../lib/deviceDatabase.ts';
import { siteUrl } from '../../../lib/siteUrl.ts';

type Database = NonNullable<KeptThing['database']>;

/** A storage of the browser, or null where it is forbidden. */
export function storageOf(kind: 'localStorage' | 'sessionStorage'): Storage | null {
  try {
    return window[kind];
  } catch {
    return null;
  }
}

/** The keys there that a thing has. */
export function keysOf(storage: Storage | null, patterns: string[] = []): string[] {
  return Object.keys(storage ?? {}).filter((key) =>
    patterns.some((pattern) =>
      pattern.endsWith('*') ? key.startsWith(pattern.slice(0, -1)) : key === pattern,
    ),
  );
}

const stores = new Map<string, UseStore>();

/** The store of a database; null where it does not exist: to open it would make it. */
export async function openExisting({ name, store }: Database): Promise<UseStore | null> {
  try {
    // Firefox before 126 does not tell which there are.
    const known = await indexedDB.databases?.();
    if (known && !known.some((one) => one.name === name)) return null;
  } catch {
    return null;
  }
  const opened = stores.get(name) ?? createDeviceStore(name, store);
  stores.set(name, opened);
  return opened;
}

/** The names of this site's caches: others may lie on the same host. */
export async function ownCaches(): Promise<string[]> {
  const { pathname } = new URL(siteUrl());
  try {
    return (await caches.keys()).filter((name) => name === `skip-connections ${pathname}`);
  } catch {
    return [];
  }
}

/** This site's service workers. */
export async function ownWorkers(): Promise<readonly ServiceWorkerRegistration[]> {
  try {
    const all = await navigator.serviceWorker.getRegistrations();
    return all.filter(({ scope }) => scope.startsWith(siteUrl()));
  } catch {
    return [];
  }
}
