import { createExamples } from '../../../src/experiments/sycophancy/data.ts';
import { createLearning } from '../../../src/experiments/sycophancy/learn.ts';
import { createTransformer } from '../../../src/experiments/sycophancy/network.ts';
import { initialise } from '../../../src/nn/initialise.ts';
import { Adam } from '../../../src/nn/optim.ts';
import type { Candidate } from './candidate.ts';
import { startComposedEngine, startOurEngine } from './engines.ts';
import type { TransformerCandidate } from './protocol.ts';

/** Trains the transformer of the toy language as its figure does, a batch of 64 prompts a step. */
export async function startTransformer({
  kernels,
  backend,
}: TransformerCandidate): Promise<Candidate> {
  if (kernels === 'ours') await startOurEngine(backend);
  else await startComposedEngine(backend);
  const network = createTransformer();
  initialise(network, 1);
  const optimiser = new Adam(network.parameters(), { learningRate: 0.003, beta2: 0.98 });
  const { learn } = createLearning(network, optimiser);
  const nextExample = createExamples(1, 1);
  return {
    async step() {
      const start = performance.now();
      const loss = learn(Array.from({ length: 64 }, nextExample));
      const [value] = await loss.data();
      loss.dispose();
      return { loss: value as number, ms: performance.now() - start };
    },
  };
}
