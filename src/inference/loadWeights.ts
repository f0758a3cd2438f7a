import { dropKeptWeights, fetchCard, fetchWeights } from '../data/download/modelFiles.ts';
import type { ModelCard } from '../contract/modelCard.ts';
import type { NetworkSource } from '../contract/classify.ts';
import { checkHash } from '../weights/checkHash.ts';
import { CheckpointError } from '../weights/checkpointError.ts';
import { readCheckpoint } from '../weights/readCheckpoint.ts';
import type { StateDict } from '../contract/stateDict.ts';

interface Weights {
  card: ModelCard;
  state: StateDict;
}

/**
 * A network's card and weights, from the site or from a file of the reader's.
 * @throws DataError or CheckpointError, which say what to do
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
    // Damaged in transit: a kept copy would stay damaged.
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
      ? `${file.name} has no fc.weight, so it is not a ResNet.`
      : `${file.name} is a network with ${classes} classes, and this page does not know their names.`,
    `Choose a ResNet-34 with ${known.join(' or ')} classes, such as torchvision’s resnet34-b627a593.pth.`,
  );
}
