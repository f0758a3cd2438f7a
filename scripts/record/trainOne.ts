import type { RunConfig } from '../../src/contract/runConfig.ts';
import { startNodeEngine } from '../model/nodeEngine.ts';
import { trainInNode } from './trainInNode.ts';

/** A process of its own, since WebAssembly has one thread here: trains the run it is sent, and sends its record. */
process.once('message', ({ config, dataUrl }: { config: RunConfig; dataUrl: string }) => {
  void startNodeEngine()
    .then(() => trainInNode(config, dataUrl))
    .then((record) => process.send?.(record, () => process.disconnect()));
});
