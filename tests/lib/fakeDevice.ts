/** What lies on a device without a database, and the error that its storage throws, if it throws one. */
export const device = {
  stored: new Map<string, unknown>(),
  error: null as Error | null,
};

/** The part of an object store that the page uses; tests/browser/storage.test.ts has the real one. */
export function createDeviceStore() {
  /** As a database does, one after the other. */
  let last: Promise<unknown> = Promise.resolve();
  return (_mode: string, work: (store: unknown) => unknown) => {
    const next = last.then(() => {
      if (device.error) throw device.error;
      return work(store);
    });
    last = next.catch(() => undefined);
    return next;
  };
}

const store = {
  put: (value: unknown, key: string) => device.stored.set(key, structuredClone(value)),
  get: (key: string) => answer(device.stored.get(key)),
  clear: () => device.stored.clear(),
  delete: (key: string) => device.stored.delete(key),
  getAll: ([low, high]: [string, string]) =>
    answer([...device.stored].filter(([key]) => key >= low && key <= high).map(([, one]) => one)),
  get transaction() {
    return answer(undefined);
  },
};

/** What stands in for `IDBKeyRange`. */
export const keyRange = { bound: (low: string, high: string) => [low, high] };

function answer(result: unknown) {
  const request = { result, onsuccess: () => undefined };
  setTimeout(() => request.onsuccess());
  return request;
}
