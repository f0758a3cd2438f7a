import type { ToyNetwork } from '../contract/sycophancy.ts';
import { readersNetwork, type WhichNetwork } from './agreementStores.ts';
import { siteUrl } from '../lib/siteUrl.ts';

/** The chapter's small transformer, or the one that the reader trained last on this page. */
export function toyNetworkOf(which: WhichNetwork): ToyNetwork {
  if (which === 'chapter')
    return { from: 'site', url: siteUrl('models/agreement/model.safetensors') };
  const own = readersNetwork.getState();
  return { from: 'reader', trained: own && { weights: own.weights, seed: own.training.seed } };
}
