/** Where weights downloaded on request are kept on the reader's device: a separate IndexedDB. */
export const keptWeights = { database: 'skip-connections-weights', store: 'parts' } as const;

/** Describes the parts kept of a file; stored beside them, under `headKey`. */
export interface KeptHead {
  /** Parts received so far. */
  count: number;
  /** Bytes of those parts. */
  received: number;
  /** Bytes of the whole file, once they are known. */
  total?: number;
}

const headEnd = ' head';

/** The key of a file's head, by the file's address. */
export const headKey = (url: string) => `${url}${headEnd}`;
export const isHeadKey = (key: string) => key.endsWith(headEnd);
