import { writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { engineVersion } from '../../../src/contract/engine.ts';
import type { RunConfig } from '../../../src/contract/runConfig.ts';
import type { ResidualStream, TwoStreamsRecord } from '../../../src/contract/twoStreamsRecord.ts';
import { startNodeEngine } from '../../model/nodeEngine.ts';
import { serve } from '../../site/serve.ts';
import { inLanes } from '../../test/inLanes.ts';
import { inProcess } from '../inProcess.ts';
import { residualConfigs, seeds } from './configs.ts';
import { measureTransformer } from './measureTransformer.ts';

const pictures = path.resolve(import.meta.dirname, '../../../public/data/cifar10');
const script = path.join(import.meta.dirname, 'measureOne.ts');

/** Trains small transformers and residual networks of both designs, and measures their streams in the same way. */
export async function recordTwoStreams(file: string): Promise<void> {
  await startNodeEngine();
  const [first, ...others] = seeds;
  const transformers: TwoStreamsRecord['transformers'] = [await measureTransformer(first)];
  for (const seed of others) transformers.push(await measureTransformer(seed));
  const { networks: _, recipe, data, evaluation } = residualConfigs[0] as RunConfig;
  const { seed: __, ...recipeOfAll } = recipe;
  const record: TwoStreamsRecord = {
    recordedAt: new Date().toISOString(),
    engine: `WebAssembly kernels of this page, in Node ${process.versions.node}`,
    version: engineVersion,
    ...{ recipe: recipeOfAll, data, pictures: evaluation.pictures },
    ...{ residual: await measureAll(), transformers },
  };
  const text = JSON.stringify(record, (_, value: unknown) =>
    typeof value === 'number' ? Number(value.toPrecision(6)) : value,
  );
  await writeFile(file, `${text}\n`);
}

/** A network a process and a process a core. */
async function measureAll(): Promise<ResidualStream[]> {
  const { url: dataUrl, close } = await serve(pictures, 0);
  const streams = new Map<RunConfig, ResidualStream>();
  try {
    await inLanes(os.availableParallelism(), residualConfigs, async (config) => {
      streams.set(config, await inProcess<ResidualStream>(script, { config, dataUrl }));
      console.log(`${config.networks[0]?.id}, seed ${config.recipe.seed}`);
    });
  } finally {
    await close();
  }
  return residualConfigs.map((config) => streams.get(config) as ResidualStream);
}
