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
import { createFlights, type Flights } from './flights.ts';
import { createLearner, type Learner } from './learner.ts';
import { learningRateAt } from './learningRate.ts';
import { measureBranches } from './measureBranches.ts';
import { createSharing } from './sharing.ts';
import { warmUp } from './warmUp.ts';

interface Run {
  config: RunConfig;
  data: RunData;
  device: Device;
  clock: Clock;
  checkpoints: Checkpoints;
  /** The oldest step whose numbers have not all come back, or the last one; 0 until the first. */
  step: number;
  /** Of the blocks of each network that took that step. */
  gradients: Map<Learner, number[]>;
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
    ...{ config, data, device, step: from?.step ?? 0, gradients: new Map() },
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
  const flights = createFlights(device, clock);
  const sharing = createSharing(device);
  try {
    restoreCheckpoint(checkpoints.latest, learners);
    yield {
      type: 'networks',
      networks: learners.map(({ id, parameters }) => ({ id, parameters })),
    };

    /** Steps that may still be in the air while the next begin. */
    let inTheAir = 0;
    for (let step = checkpoints.latest.step + 1; step <= recipe.steps; step++) {
      const batch = toTensors(await data.batches.batchAt(step), run.config.data.pictureSize);
      const learningRate = learningRateAt(step, recipe);
      const isLast = step === recipe.steps; // The page opens the finished networks from it.
      const measure = step % evaluation.every === 0 || isLast;
      const racing = running(learners);
      const before = clock.total();
      try {
        for (const learner of racing) {
          if (inTheAir === 0) yield* land(run, flights, 0);
          run.step = flights.oldest?.step ?? step;
          const endsStep = learner === racing.at(-1);
          flights.start({ learner, step, endsStep }, batch, { learningRate, measure });
        }
      } finally {
        tf.dispose([batch.pictures, batch.labels]);
      }
      const keep = isLast || checkpoints.isDue(clock.total());
      inTheAir = measure || keep ? 0 : flights.allowed;
      yield* land(run, flights, inTheAir);
      if (!measure) sharing.took(clock.total() - before);

      if (running(learners).length === 0) {
        yield* land(run, flights, 0);
        yield { type: 'done', step, reason: 'all networks diverged' };
        return;
      }
      if (measure) yield* measureAll(run, running(learners));
      if (!keep) continue;
      await checkpoints.keep(step, learners, clock.total());
      yield { type: 'checkpoint', checkpoint: checkpoints.latest };
    }
    yield { type: 'done', step: recipe.steps, reason: 'finished' };
  } finally {
    await flights.dispose();
    for (const learner of learners) learner.dispose();
  }
}

/** Waits for the oldest steps until no more than `most` are in the air, and tells their numbers. */
async function* land(run: Run, flights: Flights, most: number): AsyncGenerator<TrainEvent> {
  while (flights.count > most) {
    run.step = flights.oldest?.step ?? run.step;
    const { learner, step, endsStep, loss, trainError, gradients } = await flights.land();
    expectAlive(run.device);
    // What began before its divergence was known is dropped.
    if (!learner.diverged) {
      run.gradients.set(learner, gradients);
      learner.diverged = !Number.isFinite(loss);
      const network = learner.id;
      yield learner.diverged
        ? { type: 'diverged', network, step }
        : { type: 'step', network, step, loss, trainError };
    }
    if (!endsStep) continue;
    const tensors = tf.memory().numTensors - flights.count;
    yield { type: 'progress', step, trainingMs: run.clock.total(), tensors };
  }
}

async function* measureAll(
  { data: { testSet }, device, step, gradients }: Run,
  learners: Learner[],
): AsyncGenerator<TrainEvent> {
  for (const learner of learners) {
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
