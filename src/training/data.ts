import { fetchManifest } from '../data/cifar10/cifar10.ts';
import { firstShards } from '../data/cifar10/manifest.ts';
import { fetchTestSet, type TestSet } from '../data/cifar10/testSet.ts';
import { createTrainStream, type Batch } from '../data/cifar10/trainStream.ts';
import type { RunConfig } from '../contract/runConfig.ts';

/** What a run sees: the same batch goes to every network. */
export interface RunData {
  batches: {
    /** The batch of a step (1, 2, …): the same one whenever it is asked for. */
    batchAt(step: number): Promise<Batch>;
  };
  testSet: TestSet;
}

interface Source {
  /** Absolute address of the folder that holds the CIFAR-10 manifest and shards. */
  dataUrl: string;
  /** Aborting ends all fetches. */
  signal?: AbortSignal;
  /** Called while the held-out pictures or a batch wait for the network. */
  onWaiting?: (bytes: { receivedBytes: number; totalBytes: number }) => void;
}

/**
 * Opens the pictures of a run: the held-out ones are there when this resolves, the others come when they are
 * needed. Rejects with a DataError when they cannot be had, with the signal's reason when aborted.
 */
export async function openData(
  { recipe, data, evaluation }: RunConfig,
  { dataUrl: baseUrl, signal, onWaiting }: Source,
): Promise<RunData> {
  const all = await fetchManifest(baseUrl, signal);
  const manifest = { ...all, train: firstShards(all.train, data.trainPictures) };
  const { batchSize, seed } = recipe;
  const { pictureSize, shift, flip } = data;
  const { pictures } = evaluation;
  const source = {
    ...{ manifest, baseUrl, pictureSize },
    ...(signal && { signal }),
    ...(onWaiting && { onWaiting }),
  };
  const batches = createTrainStream({ ...source, batchSize, seed, shift, flip });
  return { batches, testSet: await fetchTestSet({ ...source, pictures }) };
}
