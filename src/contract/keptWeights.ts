/** Where weights that were fetched on request are kept on the reader's device: an IndexedDB of its own. */
export const keptWeights = { database: 'skip-connections-weights', store: 'parts' } as const;
