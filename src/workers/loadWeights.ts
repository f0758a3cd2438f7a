import { dropKeptWeights, fetchCard, fetchWeights } from '../data/modelFiles.ts';
import type { ModelCard } from '../lib/modelCard.ts';
import type { NetworkSource } from '../runtime/protocol.ts';
import { CheckpointError, downloadAgain } from '../weights/checkpointError.ts';
import { readCheckpoint } from '../weights/readCheckpoint.ts';
import type { StateDict } from '../weights/stateDict.ts';

interface Weights {
  card: ModelCard;
  state: StateDict;
}

/**
 * A network's card and weights, from the site or from a file of the reader's.
 * @throws DataError or CheckpointError, which tell
 */
export function loadWeights(
  source: NetworkSource,
  onBytes: (receivedBytes: number, totalBytes: number | undefined) => void,
): Promise<Weights> {
  return source.from === 'site'
    ? loadFromSite(source.modelUrl, onBytes)
    : loadFromFile(source.file, source.modelUrls);
}

async function loadFromSite(
  modelUrl: string,
  onBytes: (receivedBytes: number, totalBytes: number | undefined) => void,
): Promise<Weights> {
  const card = await fetchCard(modelUrl);
  const bytes = await fetchWeights(modelUrl, card, onBytes);
  try {
    return { card, state: readCheckpoint(bytes, card.weights.split('/').at(-1) ?? '') };
  } catch (error) {
    // Damaged on the way: kept, it would never become better.
    await dropKeptWeights(modelUrl, card);
    throw error;
  }
}

async function loadFromFile(file: File, modelUrls: string[]): Promise<Weights> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  await checkHash(bytes, file.name);
  const state = readCheckpoint(bytes, file.name);
  const classes = state['fc.weight']?.shape[0];
  const cards = await Promise.all(modelUrls.map(fetchCard));
  const card = cards.find((candidate) => candidate.classes.length === classes);
  if (card) {
    const { accuracy: _ofOtherWeights, ...rest } = card;
    return { card: { ...rest, title: file.name }, state };
  }
  const known = cards.map((candidate) => candidate.classes.length.toLocaleString('en-GB'));
  throw new CheckpointError(
    classes === undefined
      ? `${file.name} has no fc.weight, so it is not of a ResNet.`
      : `${file.name} is of a network with ${classes} classes, whose names are not known here.`,
    `Choose a ResNet-34 with ${known.join(' or ')} classes, such as torchvision’s resnet34-b627a593.pth.`,
  );
}

/** torchvision writes the first eight digits of a file's SHA-256 into its name. */
async function checkHash(bytes: Uint8Array, name: string): Promise<void> {
  const promised = /-([0-9a-f]{8})(?: ?\(\d+\))?\.pth$/.exec(name)?.[1];
  // Without a secure connection browsers compute no digests.
  if (!promised || !globalThis.crypto.subtle) return;
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes as BufferSource));
  const found = [...digest.subarray(0, 4)].map((byte) => byte.toString(16).padStart(2, '0'));
  if (found.join('') === promised) return;
  throw new CheckpointError(
    `${name} is damaged: its SHA-256 begins with ${found.join('')}, not with ${promised}.`,
    downloadAgain,
  );
}
