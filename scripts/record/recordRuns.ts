import { writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { RunConfig } from '../../src/contract/runConfig.ts';
import type { RunRecord } from '../../src/contract/runRecord.ts';
import { buildAssembly } from '../site/assembly.ts';
import { serve } from '../site/serve.ts';
import { inLanes } from '../test/inLanes.ts';
import { inProcess } from './inProcess.ts';
import { joinNetworks } from './joinNetworks.ts';
import { thin } from './thin.ts';

const pictures = path.resolve(import.meta.dirname, '../../public/data/cifar10');
const script = path.join(import.meta.dirname, 'trainOne.ts');

/**
 * Trains runs, a network a process and a process a core, and writes them to `file`.
 * @param every steps whose mean a recorded number is
 */
export async function recordRuns(
  file: string,
  configs: readonly RunConfig[],
  every: number,
): Promise<void> {
  await buildAssembly();
  const { url, close } = await serve(pictures, 0);
  try {
    const alone = configs.flatMap((config) =>
      config.networks.map((network) => ({ ...config, networks: [network] })),
    );
    const records = new Map<RunConfig, RunRecord>();
    await inLanes(os.availableParallelism(), alone, async (config) => {
      records.set(config, await inProcess<RunRecord>(script, { config, dataUrl: url }));
      console.log(`${config.networks[0]?.id}, seed ${config.recipe.seed}`);
    });
    const runs = configs.map(({ recipe }) => {
      const ofSeed = alone.filter((config) => config.recipe === recipe);
      return thin(joinNetworks(ofSeed.map((config) => records.get(config) as RunRecord)), every);
    });
    await writeFile(file, `${JSON.stringify(runs)}\n`);
  } finally {
    await close();
  }
}
