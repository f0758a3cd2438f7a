/** Under this name a tab remembers who it is, through reloads. */
const storageKey = 'tab';
const lockPrefix = 'tab ';
/** A page that is being left holds its name for a moment longer; a duplicated tab's twin does so for ever. */
const waitMs = 2000;

let mine: Promise<string> | undefined;

/** The name of this tab: the same after a reload, another in a tab that was duplicated. */
export function thisTab(): Promise<string> {
  mine ??= claim();
  return mine;
}

/** The names of the tabs that are open now; empty where the browser does not tell. */
export async function openTabs(): Promise<Set<string>> {
  try {
    const { held = [] } = await navigator.locks.query();
    const names = held.map(({ name = '' }) => name).filter((name) => name.startsWith(lockPrefix));
    return new Set(names.map((name) => name.slice(lockPrefix.length)));
  } catch {
    return new Set();
  }
}

async function claim(): Promise<string> {
  const before = readName();
  if (before && (await hold(before))) return before;
  const name = newId();
  await hold(name);
  try {
    sessionStorage.setItem(storageKey, name);
  } catch {
    // After a reload it is another tab.
  }
  return name;
}

function readName(): string | null {
  try {
    return sessionStorage.getItem(storageKey);
  } catch {
    return null;
  }
}

/** Takes a name for as long as this page lives; false if another tab has it. True where there are no locks. */
function hold(name: string): Promise<boolean> {
  return new Promise((resolve) => {
    // Only secure connections have them.
    if (!navigator.locks) return resolve(true);
    const waiting = new AbortController();
    const timer = setTimeout(() => waiting.abort(), waitMs);
    navigator.locks
      .request(lockPrefix + name, { signal: waiting.signal }, () => {
        clearTimeout(timer);
        resolve(true);
        return new Promise<never>(() => undefined);
      })
      .catch(() => resolve(!waiting.signal.aborted));
  });
}

/** A name that no other has; `crypto.randomUUID` needs a secure connection. */
export function newId(): string {
  const numbers = crypto.getRandomValues(new Uint32Array(3));
  return Array.from(numbers, (number) => number.toString(36)).join('-');
}
