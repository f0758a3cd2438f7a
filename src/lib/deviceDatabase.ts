import type { UseStore } from 'idb-keyval';

/** A database that has not opened by then is done without, in milliseconds. */
const openWithin = 3000;
/** Megabytes are written in one go, on slow disks too. */
const workWithin = 20_000;

/** IndexedDB has not answered. */
class SilentStorage extends Error {
  override readonly name = 'SilentStorage';
}

/**
 * A store of IndexedDB for the functions of idb-keyval, whose own waits for ever where the browser never answers,
 * and throws where it refuses. Every use of this one ends: it rejects with the browser's error or after a while,
 * and `problemOf` (deviceStorage.ts) says what that means. A database that answers late is used from then on.
 */
export function createDeviceStore(database: string, name: string): UseStore {
  let opening: Promise<IDBDatabase> | undefined;
  let patience = openWithin;
  const forget = () => (opening = undefined);

  return async (mode, work) => {
    opening ??= open(database, name, forget);
    opening.catch(forget);
    const opened = await within(patience, opening).catch((error: unknown) => {
      // Once is enough: the next one asks only whether it has come meanwhile.
      if (error instanceof SilentStorage) patience = 0;
      throw error;
    });
    return within(workWithin, use(opened));

    async function use(db: IDBDatabase) {
      let transaction: IDBTransaction;
      try {
        transaction = db.transaction(name, mode);
      } catch (error) {
        // The browser has closed the connection: the next one opens another.
        forget();
        throw error;
      }
      try {
        return await work(transaction.objectStore(name));
      } catch (error) {
        // Where there is no room, the requests say only that all of it was undone.
        throw transaction.error ?? error;
      }
    }
  };
}

/** Rejects with what the browser says, and where another tab holds an older version of the database. */
function open(database: string, name: string, onClose: () => void): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(database);
    request.onupgradeneeded = () => request.result.createObjectStore(name);
    request.onblocked = () => reject(new SilentStorage('another tab holds the database'));
    request.onerror = () => reject(request.error as DOMException);
    request.onsuccess = () => {
      const db = request.result;
      db.onclose = onClose;
      // Another tab deletes or renews it, and waits until this one lets go.
      db.onversionchange = () => {
        db.close();
        onClose();
      };
      resolve(db);
    };
  });
}

async function within<T>(ms: number, work: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const end = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new SilentStorage('no answer')), ms);
  });
  try {
    return await Promise.race([work, end]);
  } finally {
    clearTimeout(timer);
  }
}
