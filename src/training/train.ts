import * as tf from '@tensorflow/tfjs-core';
import type { TestSet } from '../data/cifar10/testSet.ts';
import type { Batch } from '../data/cifar10/trainStream.ts';
import type { TrainConfig, TrainEvent } from '../contract/training.ts';
import { createCheckpoints, restoreCheckpoint, type Checkpoints } from './checkpoint.ts';
import { createClock, type Clock } from './clock.ts';
import { createContestant, type Contestant } from './contestant.ts';
import { expectAlive, type Device } from '../contract/device.ts';
import { measureTestError } from './evaluate.ts';
import { warmUp } from './warmUp.ts';

/** Where batches come from: the same batch goes to every network of the run. */
export interface BatchSource {
  /** The batch of a step (1, 2, …): the same one whenever it is asked for. */
  batchAt(step: number): Promise<Batch>;
}

interface Run {
  config: TrainConfig;
  batches: BatchSource;
  testSet: TestSet;
  device: Device;
  clock: Clock;
  checkpoints: Checkpoints;
  /** The step that is being trained; 0 until the first. */
  step: number;
}

/**
 * Trains the networks of a run in turns on the same batches and tells all that happens.
 * Pulling the next event lets the run go on: whoever stops pulling has paused it, and a `return()` ends it.
 * Where the device is lost, the run goes on from its last checkpoint on what the device recovers as.
 * Other errors, and those of the batch source, come out as they are; the numbers yielded before still hold.
 */
export async function* train(
  config: TrainConfig,
  batches: BatchSource,
  testSet: TestSet,
  device: Device,
): AsyncGenerator<TrainEvent> {
  const run: Run = {
    ...{ config, batches, testSet, device, step: 0 },
    clock: createClock(),
    checkpoints: createCheckpoints(device),
  };
  for (;;) {
    let warmingUp = true;
    try {
      yield* warmUp(config, testSet, device);
      expectAlive(device);
      warmingUp = false;
      return yield* trainFromCheckpoint(run);
    } catch (error) {
      const engine = await device.recover(error, warmingUp);
      if (!engine) throw error;
      yield { type: 'engine', ...engine };
      if (run.step > run.checkpoints.latest.step) yield rollBack(run);
    }
  }
}

async function* trainFromCheckpoint(run: Run): AsyncGenerator<TrainEvent> {
  const { config, batches, checkpoints, clock } = run;
  const contestants = config.networks.map((spec) => createContestant(spec, config));
  try {
    restoreCheckpoint(checkpoints.latest, contestants);
    yield { type: 'networks', networks: contestants.map(pick) };
    for (let step = checkpoints.latest.step + 1; step <= config.steps; step++) {
      run.step = step;
      const batch = await batches.batchAt(step);
      yield* stepEach(run, contestants, batch);
      yield { type: 'progress', step, trainingMs: clock.total(), tensors: tf.memory().numTensors };

      if (running(contestants).length === 0) {
        yield { type: 'done', step, reason: 'all networks diverged' };
        return;
      }
      if (step % config.evaluateEvery === 0 || step === config.steps)
        yield* evaluateEach(run, contestants);
      await checkpoints.keepIfDue(step, contestants, clock.total());
    }
    yield { type: 'done', step: config.steps, reason: 'finished' };
  } finally {
    for (const contestant of contestants) contestant.dispose();
  }
}

async function* stepEach(
  { config, device, clock, step }: Run,
  contestants: Contestant[],
  batch: Batch,
): AsyncGenerator<TrainEvent> {
  const { pictures, labels } = toTensors(batch, config.pictureSize);
  try {
    for (const contestant of running(contestants)) {
      clock.start();
      const { loss, trainError } = await contestant.step(pictures, labels);
      clock.stop();
      expectAlive(device);
      contestant.diverged = !Number.isFinite(loss);
      const network = contestant.id;
      yield contestant.diverged
        ? { type: 'diverged', network, step }
        : { type: 'step', network, step, loss, trainError };
    }
  } finally {
    tf.dispose([pictures, labels]);
  }
}

async function* evaluateEach(
  { testSet, device, step }: Run,
  contestants: Contestant[],
): AsyncGenerator<TrainEvent> {
  const pictures = testSet.labels.length;
  for (const { id: network, network: measured } of running(contestants)) {
    const testError = await measureTestError(measured, testSet);
    expectAlive(device);
    yield { type: 'evaluation', network, step, testError, pictures };
  }
}

/** The steps after the checkpoint are trained again: whoever has drawn them takes them back. */
function rollBack(run: Run): TrainEvent {
  const lostAt = run.step;
  run.step = run.checkpoints.latest.step;
  return { type: 'rolledBack', lostAt, resumedFrom: run.step + 1 };
}

function running(contestants: Contestant[]): Contestant[] {
  return contestants.filter(({ diverged }) => !diverged);
}

function pick({ id, parameters }: Contestant) {
  return { id, parameters };
}

function toTensors(batch: Batch, size: number) {
  return {
    pictures: tf.tensor4d(batch.pictures, [batch.labels.length, size, size, 3]),
    labels: tf.tensor1d(batch.labels, 'int32'),
  };
}
