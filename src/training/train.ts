import * as tf from '@tensorflow/tfjs-core';
import type { Checkpoint } from '../contract/checkpoint.ts';
import { expectAlive, type Device } from '../contract/device.ts';
import type { RunConfig } from '../contract/runConfig.ts';
import type { TrainEvent } from '../contract/training.ts';
import { toTensors } from './batch.ts';
import { createCheckpoints, restoreCheckpoint, type Checkpoints } from './checkpoint.ts';
import { createClock, type Clock } from './clock.ts';
import type { RunData } from './data.ts';
import { firstOf, measureTestError } from './evaluate.ts';
import { createLearner, type Learner } from './learner.ts';
import { learningRateAt } from './learningRate.ts';
import { measureBranches } from './measureBranches.ts';
import { warmUp } from './warmUp.ts';

interface Run {
  config: RunConfig;
  data: RunData;
  device: Device;
  clock: Clock;
  checkpoints: Checkpoints;
  /** The step that is being trained; 0 until the first. */
  step: number;
}

/**
 * Trains the networks of a run, from its start or a checkpoint, in turns on the same batches and tells all that happens.
 * Pulling the next event lets the run go on: whoever stops pulling has paused it, and a `return()` ends it.
 * Where the device is lost, the run goes on from its last checkpoint on what the device recovers as.
 * Other errors, and those of the batches' source, come out as they are; the numbers yielded before still hold.
 */
export async function* train(
  config: RunConfig,
  data: RunData,
  device: Device,
  from?: Checkpoint,
): AsyncGenerator<TrainEvent> {
  const run: Run = {
    ...{ config, data, device, step: from?.step ?? 0 },
    clock: createClock(from?.trainingMs),
    checkpoints: createCheckpoints(device, from),
  };
  for (;;) {
    let warmingUp = true;
    try {
      yield* warmUp(config, data.testSet, device);
      expectAlive(device);
      warmingUp = false;
      return yield* trainFromCheckpoint(run);
    } catch (error) {
      yield { type: 'engine', ...(await device.recover(error, warmingUp)) };
      if (run.step > run.checkpoints.latest.step) yield rollBack(run);
    }
  }
}

async function* trainFromCheckpoint(run: Run): AsyncGenerator<TrainEvent> {
  const { data, device, checkpoints, clock } = run;
  const { networks, recipe, evaluation } = run.config;
  const learners = networks.map((network) => createLearner(network, recipe));
  try {
    restoreCheckpoint(checkpoints.latest, learners);
    yield {
      type: 'networks',
      networks: learners.map(({ id, parameters }) => ({ id, parameters })),
    };

    for (let step = checkpoints.latest.step + 1; step <= recipe.steps; step++) {
      run.step = step;
      const batch = toTensors(await data.batches.batchAt(step), run.config.data.pictureSize);
      const learningRate = learningRateAt(step, recipe);
      const measure = step % evaluation.every === 0 || step === recipe.steps;
      const gradients = new Map<Learner, number[]>();
      try {
        for (const learner of running(learners)) {
          clock.start();
          const taken = await learner.step(batch, { learningRate, measure });
          clock.stop();
          const { loss, trainError } = taken;
          gradients.set(learner, taken.gradients);
          expectAlive(device);
          learner.diverged = !Number.isFinite(loss);
          const network = learner.id;
          yield learner.diverged
            ? { type: 'diverged', network, step }
            : { type: 'step', network, step, loss, trainError };
        }
      } finally {
        tf.dispose([batch.pictures, batch.labels]);
      }
      yield { type: 'progress', step, trainingMs: clock.total(), tensors: tf.memory().numTensors };

      if (running(learners).length === 0) {
        yield { type: 'done', step, reason: 'all networks diverged' };
        return;
      }
      if (measure) yield* measureAll(run, gradients);
      const isLast = step === recipe.steps; // The page opens the finished networks from it.
      if (await checkpoints.keepIfDue(step, learners, clock.total(), isLast))
        yield { type: 'checkpoint', checkpoint: checkpoints.latest };
    }
    yield { type: 'done', step: recipe.steps, reason: 'finished' };
  } finally {
    for (const learner of learners) learner.dispose();
  }
}

/** @param gradients of the blocks of each network that took this step */
async function* measureAll(
  { data: { testSet }, device, step }: Run,
  gradients: Map<Learner, number[]>,
): AsyncGenerator<TrainEvent> {
  for (const learner of running([...gradients.keys()])) {
    const { id: network, network: measured } = learner;
    const testError = await measureTestError(measured, testSet);
    const branches = await measureBranches(measured, firstOf(testSet));
    expectAlive(device);
    const ofBlocks = gradients.get(learner) as number[];
    yield { type: 'measurement', network, step, testError, gradients: ofBlocks, branches };
  }
}

/** The steps after the checkpoint are trained again: whoever has drawn them takes them back. */
function rollBack(run: Run): TrainEvent {
  const lostAt = run.step;
  run.step = run.checkpoints.latest.step;
  return { type: 'rolledBack', cause: 'device', lostAt, resumedFrom: run.step + 1 };
}

function running(learners: Learner[]): Learner[] {
  return learners.filter(({ diverged }) => !diverged);
}
