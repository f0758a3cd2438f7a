import type { ModelCard } from '../lib/modelCard.ts';
import { DataError } from './dataError.ts';
import { fetchBytes } from './fetchBytes.ts';

/** A network's card and the bytes of its weights, from the folder at `baseUrl`; throws a DataError that tells. */
export async function fetchModel(
  baseUrl: string,
  onBytes: (receivedBytes: number, totalBytes: number) => void,
): Promise<{ card: ModelCard; weights: Uint8Array }> {
  const cardBytes = await fetchBytes(new URL('model.json', baseUrl).href, { cache: 'no-cache' });
  if (!cardBytes) throw missing('model.json');
  const card = JSON.parse(new TextDecoder().decode(cardBytes)) as ModelCard;
  const weights = await fetchBytes(new URL(card.weights, baseUrl).href, {
    onBytes: (received) => onBytes(received, card.bytes),
  });
  if (!weights) throw missing(card.weights);
  if (weights.length !== card.bytes) {
    throw new DataError(
      `${card.weights} came with ${weights.length} bytes, not the ${card.bytes} that its card promises.`,
      'Reload this page and try again; the file at hand is damaged or of another version.',
    );
  }
  return { card, weights };
}

function missing(file: string): DataError {
  return new DataError(
    `The network's ${file} is not on this site.`,
    'Reload this page; if it stays missing, whoever runs the site can build it anew.',
  );
}
