/** Why a thing cannot be kept on this device: the browser forbids it, there is no room, or it never answers. */
export type StorageProblem = 'forbidden' | 'full' | 'silent';

/** What is kept on this device under a key; null where nothing is, or where storage is switched off. */
export function readStored(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

/** Keeps a text on this device. Where that cannot be, it holds for this page only: then this is why. */
export function store(key: string, text: string): StorageProblem | null {
  try {
    localStorage.setItem(key, text);
    return null;
  } catch (error) {
    return problemOf(error);
  }
}

/** Keeps a text on this device no longer. Returns why it is still there, if it is. */
export function removeStored(key: string): StorageProblem | null {
  try {
    localStorage.removeItem(key);
    return null;
  } catch (error) {
    return problemOf(error);
  }
}

/** What is wrong with the storage that threw `error`. */
export function problemOf(error: unknown): StorageProblem {
  // Not `instanceof`: the newest browsers have a class of its own for it.
  const name = (error as { name?: unknown } | null)?.name;
  if (name === 'QuotaExceededError') return 'full';
  return name === 'SilentStorage' ? 'silent' : 'forbidden';
}

/**
 * Tells the reader that something is not kept.
 * @param what is lost, such as `this run`
 */
export function sayUnkept(problem: StorageProblem, what: string): string {
  return `${reasons[problem]}, so ${what} will be lost when you leave it.`;
}

const reasons: Record<StorageProblem, string> = {
  forbidden: 'This browser does not let the page store anything',
  full: 'The storage that this browser allows the page is full',
  silent: 'This browser’s storage does not respond to the page',
};
