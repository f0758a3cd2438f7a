import type { RunConfig } from '../../../src/contract/runConfig.ts';
import { openData } from '../../../src/training/data.ts';
import { startNodeEngine } from '../../model/nodeEngine.ts';
import { measureResidual } from './measureResidual.ts';
import { trainResidual } from './trainResidual.ts';

/** A process of its own, since WebAssembly has one thread here: trains and measures what it is sent. */
process.once('message', ({ config, dataUrl }: { config: RunConfig; dataUrl: string }) => {
  void startNodeEngine()
    .then(() => measure(config, dataUrl))
    .then((stream) => process.send?.(stream, () => process.disconnect()));
});

async function measure(config: RunConfig, dataUrl: string) {
  const data = await openData(config, { dataUrl });
  const { learner, losses } = await trainResidual(config, data);
  const [network] = config.networks;
  const measured = await measureResidual(network!, learner.network, data.testSet);
  return { network, seed: config.recipe.seed, losses, ...measured };
}
