import * as tf from '@tensorflow/tfjs-core';
import type {
  ScoreFinding,
  SycophancyTraining,
  SycophancyTrainingFinding,
} from '../../contract/sycophancy.ts';
import { vocabulary } from '../../contract/toyLanguage.ts';
import type { Transformer } from '../../models/transformer.ts';
import { initialise } from '../../nn/initialise.ts';
import { Adam } from '../../nn/optim.ts';
import { stateDict } from '../../nn/state.ts';
import { ExperimentError } from '../experimentError.ts';
import { createExamples } from './data.ts';
import { createLearning } from './learn.ts';
import { createTransformer } from './network.ts';
import { sampleAnswers, scoreOf } from './score.ts';

const batchSize = 64;
/** Steps in which the learning rate rises to its full size. */
const warmUp = 50;
/** Of the full size, where the cosine ends. */
const lastRate = 0.05;
/** The loss of giving every word the same probability, and one from which no training comes back. */
const blind = Math.log(vocabulary.length);
const tooHigh = 10 * blind;
/** Steps between two looks at the losses. */
const lookEvery = 10;
/** After which steps the network is scored, most often where it changes most: a score costs as much as five steps. */
const isScored = (step: number) => step % (step < 100 ? 25 : 50) === 0;

/**
 * Trains the transformer of the toy language; the same settings repeat a run exactly on the same backend.
 * @throws a sentence for the reader when the loss is no longer a number, or far above that of guessing
 */
export async function* sycophancyTraining({
  seed,
  share,
  steps,
  learningRate,
}: SycophancyTraining): AsyncGenerator<SycophancyTrainingFinding, void> {
  const network = createTransformer();
  const optimiser = new Adam(network.parameters(), { learningRate, beta2: 0.98 });
  const learning = createLearning(network, optimiser);
  const pending: tf.Scalar[] = [];
  try {
    initialise(network, seed);
    const nextExample = createExamples(seed, share);
    yield await look(network, seed, 0);
    for (let step = 1; step <= steps; step++) {
      const batch = Array.from({ length: batchSize }, nextExample);
      optimiser.learningRate = learningRate * rateAt(step, steps);
      pending.push(learning.learn(batch));
      if (step % lookEvery === 0 || step === steps)
        yield { type: 'losses', step, losses: await take(pending) };
      if (isScored(step) || step === steps) yield await look(network, seed, step);
    }
    yield { type: 'trained', weights: await stateDict(network) };
  } finally {
    tf.dispose(pending);
    learning.dispose();
    optimiser.dispose();
    network.dispose();
  }
}

async function look(network: Transformer, seed: number, step: number): Promise<ScoreFinding> {
  const score = await scoreOf(network, seed);
  return { type: 'score', step, score, samples: await sampleAnswers(network, seed) };
}

/** What the learning rate is multiplied by: a rise, then half a cosine. */
function rateAt(step: number, steps: number): number {
  const cosine = 0.5 * (1 + Math.cos((Math.PI * step) / steps));
  return Math.min(1, step / warmUp) * (lastRate + (1 - lastRate) * cosine);
}

/** The values of losses, read at once since each read waits for the device; empties the list. */
async function take(losses: tf.Scalar[]): Promise<number[]> {
  const all = tf.stack(losses);
  tf.dispose(losses);
  losses.length = 0;
  const values = Array.from(await all.data());
  all.dispose();
  const highest = Math.max(...values);
  if (highest < tooHigh) return values;
  const isNumber = values.every(Number.isFinite);
  throw new ExperimentError(
    isNumber
      ? `Training has diverged: the loss has risen to ${highest.toFixed(0)}, and guessing any of the ${vocabulary.length} words would give ${blind.toFixed(1)}.`
      : 'Training has diverged: the loss is no longer a number.',
    'Lower the learning rate.',
  );
}
