import type { StateDict } from '../../contract/stateDict.ts';
import { DataError } from '../../data/download/dataError.ts';
import { fetchBytes } from '../../data/download/fetchBytes.ts';
import { readSafetensors } from '../../weights/safetensors/safetensors.ts';
import type { ToyNetworkSource } from '../sources.ts';

/** The site's small transformers, each fetched once; rejects with errors that say what to do. */
export function createToyNetworkSource(): ToyNetworkSource {
  const kept = new Map<string, StateDict>();
  return {
    async weights(url) {
      const state = kept.get(url) ?? (await fetchWeights(url));
      kept.set(url, state);
      return state;
    },
  };
}

async function fetchWeights(url: string): Promise<StateDict> {
  const bytes = await fetchBytes(url);
  if (bytes) return readSafetensors(bytes);
  throw new DataError(
    'The trained transformer is missing from this site.',
    'Train one in the figure above. If this is your site, build it again.',
  );
}
