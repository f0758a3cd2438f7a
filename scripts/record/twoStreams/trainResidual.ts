import * as tf from '@tensorflow/tfjs-core';
import type { RunConfig } from '../../../src/contract/runConfig.ts';
import { toTensors } from '../../../src/training/batch.ts';
import type { RunData } from '../../../src/training/data.ts';
import { createLearner, type Learner } from '../../../src/training/learner.ts';
import { learningRateAt } from '../../../src/training/learningRate.ts';

/** Steps whose mean a recorded loss is. */
export const every = 20;

/** Trains the one network of a run, which the caller disposes of; the losses are means of every 20 steps. */
export async function trainResidual(
  { networks: [network], recipe, data }: RunConfig,
  { batches }: RunData,
): Promise<{ learner: Learner; losses: number[] }> {
  if (!network) throw new Error('A run without a network was asked for.');
  const learner = createLearner(network, recipe);
  const losses: number[] = [];
  let sum = 0;
  for (let step = 1; step <= recipe.steps; step++) {
    const batch = toTensors(await batches.batchAt(step), data.pictureSize);
    const { loss } = await learner.step(batch, { learningRate: learningRateAt(step, recipe) });
    tf.dispose([batch.pictures, batch.labels]);
    sum += loss;
    if (step % every !== 0) continue;
    losses.push(sum / every);
    sum = 0;
  }
  return { learner, losses };
}
