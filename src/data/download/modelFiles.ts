import type { ModelCard } from '../../contract/modelCard.ts';
import { DataError } from './dataError.ts';
import { fetchBytes } from './fetchBytes.ts';
import { keptDownload } from './keptDownload.ts';
import { createPartStore } from './partStore.ts';

/** The card of the network in the folder at `baseUrl`; throws a DataError. */
export async function fetchCard(
  baseUrl: string,
  cache: RequestCache = 'no-cache',
): Promise<ModelCard> {
  const bytes = await fetchBytes(new URL('model.json', baseUrl).href, { cache });
  if (!bytes) throw missing('model.json');
  return JSON.parse(new TextDecoder().decode(bytes)) as ModelCard;
}

/** The bytes of its weights; throws a DataError. */
export async function fetchWeights(
  baseUrl: string,
  card: ModelCard,
  onBytes: (receivedBytes: number, totalBytes: number | undefined) => void,
  cache: RequestCache = 'default',
): Promise<Uint8Array> {
  const url = new URL(card.weights, baseUrl).href;
  const { bytes } = card;
  // A host may send more than it should, or say the size of a packed file: then how much is to come is unknown.
  const report = (received: number, total: number | undefined) =>
    onBytes(received, total !== undefined && received <= total ? total : undefined);
  const store = card.keep ? createPartStore(url) : undefined;
  const weights = store
    ? await keptDownload(url, store, { bytes, onBytes: report })
    : await fetchBytes(url, { cache, onBytes: (received) => report(received, bytes) });
  if (!weights) throw missing(card.weights);
  if (bytes !== undefined && weights.length !== bytes) {
    await store?.clear().catch(() => undefined);
    throw new DataError(
      `${card.weights} has ${weights.length} bytes instead of ${bytes}.`,
      'The file is damaged or belongs to another version: reload this page and try again.',
    );
  }
  return weights;
}

/** Deletes what is kept of a network's weights, such as a damaged file. */
export async function dropKeptWeights(baseUrl: string, card: ModelCard): Promise<void> {
  if (card.keep)
    await createPartStore(new URL(card.weights, baseUrl).href)
      .clear()
      .catch(() => undefined);
}

function missing(file: string): DataError {
  return new DataError(
    `${file}, a file of the network, is missing from this site.`,
    'Reload this page. If it is still missing and this is your site, build it again.',
  );
}
