import * as tf from '@tensorflow/tfjs-core';
import type { TestSet } from '../data/testSet.ts';
import type { Batch } from '../data/trainStream.ts';
import type { TrainConfig, TrainEvent } from '../runtime/protocol.ts';
import { createContestant, type Contestant } from './contestant.ts';
import { measureTestError } from './evaluate.ts';

/** Where batches come from: the same batch goes to every network of the run. */
export interface BatchSource {
  nextBatch(): Promise<Batch>;
}

/**
 * Trains the networks of a run in turns on the same batches and tells all that happens.
 * Pulling the next event lets the run go on: whoever stops pulling has paused it, and a `return()` ends it.
 * Errors of the batch source come out as they are; the numbers yielded before still hold.
 */
export async function* train(
  config: TrainConfig,
  batches: BatchSource,
  testSet: TestSet,
): AsyncGenerator<TrainEvent> {
  const contestants = config.networks.map((spec) => createContestant(spec, config));
  try {
    yield {
      type: 'networks',
      networks: contestants.map(({ id, parameters }) => ({ id, parameters })),
    };
    const clock = createClock();
    for (let step = 1; step <= config.steps; step++) {
      const batch = await batches.nextBatch();
      const { pictures, labels } = toTensors(batch, config.pictureSize);
      for (const contestant of running(contestants)) {
        if (step === 1)
          yield { type: 'waiting', waiting: { for: 'compiling', network: contestant.id } };
        clock.start();
        const { loss, trainError } = await contestant.step(pictures, labels);
        clock.stop();
        if (Number.isFinite(loss))
          yield { type: 'step', network: contestant.id, step, loss, trainError };
        else yield diverge(contestant, step);
      }
      tf.dispose([pictures, labels]);
      yield { type: 'progress', step, trainingMs: clock.total(), tensors: tf.memory().numTensors };

      if (running(contestants).length === 0) {
        yield { type: 'done', step, reason: 'all networks diverged' };
        return;
      }
      if (step % config.evaluateEvery === 0 || step === config.steps) {
        for (const contestant of running(contestants)) {
          const testError = await measureTestError(contestant.network, testSet);
          yield {
            type: 'evaluation',
            network: contestant.id,
            step,
            testError,
            pictures: testSet.labels.length,
          };
        }
      }
    }
    yield { type: 'done', step: config.steps, reason: 'finished' };
  } finally {
    for (const contestant of contestants) contestant.dispose();
  }
}

function running(contestants: Contestant[]): Contestant[] {
  return contestants.filter(({ diverged }) => !diverged);
}

function diverge(contestant: Contestant, step: number): TrainEvent {
  contestant.diverged = true;
  return { type: 'diverged', network: contestant.id, step };
}

function toTensors(batch: Batch, size: number) {
  return {
    pictures: tf.tensor4d(batch.pictures, [batch.labels.length, size, size, 3]),
    labels: tf.tensor1d(batch.labels, 'int32'),
  };
}

/** Adds up the time between starts and stops, in milliseconds. */
function createClock() {
  let total = 0;
  let started = 0;
  return {
    start: () => void (started = performance.now()),
    stop: () => void (total += performance.now() - started),
    total: () => total,
  };
}
