import { dropKeptWeights, fetchCard, fetchWeights } from '../data/download/modelFiles.ts';
import type { ModelCard } from '../contract/modelCard.ts';
import type { NetworkSource } from '../contract/classify.ts';
import { checkHash } from '../weights/checkHash.ts';
import { expectCheckpointFile } from '../weights/expectCheckpointFile.ts';
import { formatOf } from '../weights/formatOf.ts';
import { readCheckpoint } from '../weights/readCheckpoint.ts';
import { inflatePth } from '../weights/torch/inflatePth.ts';
import { withFileName } from '../weights/withFileName.ts';
import { takeResNet34 } from '../weights/takeResNet34.ts';
import type { StateDict } from '../contract/stateDict.ts';

interface Weights {
  card: ModelCard;
  state: StateDict;
}

/**
 * A network's card and weights, from the site or from a file of the reader's.
 * @param isAgain whether it was loaded before: then the browser need not ask whether what it keeps is fresh
 * @throws DataError or CheckpointError, which say what to do
 */
export function loadWeights(
  source: NetworkSource,
  onBytes: (receivedBytes: number, totalBytes: number | undefined) => void,
  isAgain = false,
): Promise<Weights> {
  return source.from === 'site'
    ? loadFromSite(source.modelUrl, onBytes, isAgain ? 'force-cache' : undefined)
    : loadFromFile(source.file, source.modelUrls);
}

async function loadFromSite(
  modelUrl: string,
  onBytes: (receivedBytes: number, totalBytes: number | undefined) => void,
  cache: RequestCache | undefined,
): Promise<Weights> {
  const card = await fetchCard(modelUrl, cache);
  const bytes = await fetchWeights(modelUrl, card, onBytes, cache);
  try {
    return { card, state: readCheckpoint(bytes, card.weights.split('/').at(-1) ?? '').state };
  } catch (error) {
    // Damaged in transit: a kept copy would stay damaged.
    await dropKeptWeights(modelUrl, card);
    throw error;
  }
}

/**
 * Its card is that of the site's network with as many classes; of another number, one that numbers them and
 * prepares pictures as torchvision does.
 */
async function loadFromFile(file: File, modelUrls: string[]): Promise<Weights> {
  await expectCheckpointFile(file);
  const bytes = new Uint8Array(await file.arrayBuffer());
  const inflated = await inflate(bytes, file.name);
  const { state: found, notes } = readCheckpoint(bytes, file.name, inflated);
  const { state, classes, notes: alsoNotes } = takeResNet34(found, file.name);
  const hashNote = await checkHash(bytes, file.name);
  const cards = await Promise.all(modelUrls.map((url) => fetchCard(url)));
  const known = cards.find((candidate) => candidate.classes.length === classes);
  const { accuracy: _ofOtherWeights, ...card } = known ?? unknownClasses(classes);
  const said = [...notes, ...alsoNotes, ...(hashNote ? [hashNote] : [])];
  return { card: { ...card, title: file.name, ...(said.length > 0 && { notes: said }) }, state };
}

async function inflate(bytes: Uint8Array, name: string) {
  if (formatOf(bytes) !== 'torch archive') return undefined;
  return inflatePth(bytes).catch((error: unknown) => {
    throw withFileName(name, error);
  });
}

function unknownClasses(count: number): ModelCard {
  const classes = Array.from({ length: count }, (_, i) => ({ name: `class ${i}` }));
  return {
    title: '',
    weights: '',
    data: '',
    recipe: '',
    resize: 256,
    crop: 224,
    classes,
    isNumbered: true,
  };
}
