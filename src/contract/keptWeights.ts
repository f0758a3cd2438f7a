/** Where weights that were fetched on request are kept on the reader's device: an IndexedDB of its own. */
export const keptWeights = { database: 'skip-connections-weights', store: 'parts' } as const;

/** What is known of the parts of a file that are kept; lies beside them, under `headKey`. */
export interface KeptHead {
  /** Parts that have come. */
  count: number;
  /** Their bytes. */
  received: number;
  /** Bytes of the whole file, once they are known. */
  total?: number;
}

const headEnd = ' head';

/** The key of a file's head, by the file's address. */
export const headKey = (url: string) => `${url}${headEnd}`;
export const isHeadKey = (key: string) => key.endsWith(headEnd);
