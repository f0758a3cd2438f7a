import type { RunConfig } from '../../../contract/runConfig.ts';
import { RehearsalFailed, type Rehearsing } from '../../../figure/rehearsal.ts';
import { megabytes } from '../../../lib/format.ts';
import { siteUrl } from '../../../lib/siteUrl.ts';

interface Shard {
  file: string;
  pictures: number;
  bytes: number;
}

/** Fetches the pictures that a run will ask for; the browser then has them. */
export async function fetchRunPictures(
  config: RunConfig,
  { signal, tell }: Rehearsing,
): Promise<void> {
  const manifest = await get('manifest.json', signal);
  const { train, test } = (await manifest.json()) as Record<'train' | 'test', Shard[]>;
  const shards = shardsOf(config, train, test);
  const total = shards.reduce((sum, { bytes }) => sum + bytes, 0);
  let received = 0;
  for (const { file, bytes } of shards) {
    tell(`Loading pictures: ${megabytes(received)} of ${megabytes(total)} MB`);
    await (await get(file, signal)).arrayBuffer();
    received += bytes;
  }
}

/** The first epoch goes through the files of training pictures one after the other. */
export function shardsOf(
  { recipe, data, evaluation }: RunConfig,
  train: readonly Shard[],
  test: readonly Shard[],
): Shard[] {
  const trained = Math.min(data.trainPictures, recipe.steps * recipe.batchSize);
  return [...filesFor(trained, train), ...filesFor(evaluation.pictures, test)];
}

function filesFor(pictures: number, shards: readonly Shard[]): Shard[] {
  let before = 0;
  return shards.filter((shard) => {
    const isNeeded = before < pictures;
    before += shard.pictures;
    return isNeeded;
  });
}

async function get(file: string, signal: AbortSignal): Promise<Response> {
  try {
    const response = await fetch(siteUrl(`data/cifar10/${file}`), { signal });
    if (!response.ok) throw new Error(`the server answered ${response.status}`);
    return response;
  } catch (error) {
    signal.throwIfAborted();
    throw new RehearsalFailed(
      `The training pictures could not be loaded: ${(error as Error).message}.`,
      { cause: error },
    );
  }
}
