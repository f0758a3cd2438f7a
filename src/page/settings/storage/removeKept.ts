import { clear, entries, setMany } from 'idb-keyval';
import { keptHere, type KeptThing } from '../../../contract/keptHere.ts';
import { openAnswerChannel } from '../../../exercises/answers/answerNews.ts';
import { keysOf, openExisting, ownCaches, ownWorkers, storageOf } from './places.ts';

/** What brings back that which was deleted. */
export type Undo = () => Promise<void>;

/** More than this, in records of a database, is not held for an undo: the large network. */
const cheapThings = ['answers', 'runs', 'speed'];

/** Deletes a thing. Resolves to what undoes that, where it costs little. Rejects where storage refuses. */
export async function removeKept(thing: KeptThing): Promise<Undo | null> {
  const undo: Undo[] = [];
  for (const kind of ['localStorage', 'sessionStorage'] as const) {
    const storage = storageOf(kind);
    for (const key of keysOf(storage, kind === 'localStorage' ? thing.local : thing.session)) {
      const text = storage?.getItem(key) ?? '';
      storage?.removeItem(key);
      undo.push(async () => storage?.setItem(key, text));
    }
  }
  const isCheap = !thing.offline && (!thing.database || cheapThings.includes(thing.id));
  const store = thing.database && (await openExisting(thing.database));
  if (store) {
    const all = isCheap ? await entries<string, unknown>(store) : [];
    await clear(store);
    if (thing.id === 'answers') tellOfAnswers(all, true);
    undo.push(async () => {
      await setMany(all, store);
      if (thing.id === 'answers') tellOfAnswers(all);
    });
  }
  if (thing.offline) await removeOffline();
  return isCheap ? async () => void (await Promise.all(undo.map((one) => one()))) : null;
}

/**
 * Deletes all that the site keeps, the empty databases as well.
 * @returns what is still there, by name: another tab holds it, or storage refuses
 */
export async function removeEverything(): Promise<string[]> {
  const left: string[] = [];
  for (const thing of keptHere) {
    try {
      await removeKept(thing);
      if (thing.database) await deleteDatabase(thing.database.name);
    } catch {
      left.push(thing.name);
    }
  }
  return left;
}

async function removeOffline(): Promise<void> {
  await Promise.all((await ownWorkers()).map((worker) => worker.unregister()));
  await Promise.all((await ownCaches()).map((name) => caches.delete(name)));
}

/** Another tab that holds the database is asked to let go; one that does not within this, in milliseconds, keeps it. */
const patience = 3000;

function deleteDatabase(name: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.deleteDatabase(name);
    request.onsuccess = () => resolve();
    request.onerror = () => reject(request.error as DOMException);
    setTimeout(() => reject(new Error(`${name} is held by another tab`)), patience);
  });
}

/** Open pages follow. */
function tellOfAnswers(records: [key: string, value: unknown][], isGone?: true): void {
  const channel = openAnswerChannel(() => undefined);
  for (const [key, value] of records) {
    if (!key.startsWith('answer ')) continue;
    const { exercise, revision } = value as { exercise: string; revision: number };
    channel.tell({ exercise, revision, ...(isGone && { isGone }) });
  }
  channel.close();
}
