import * as tf from '@tensorflow/tfjs-core';
import type { Learner } from './learner.ts';
import type { Checkpoint } from '../contract/checkpoint.ts';
import { expectAlive, type Device } from '../contract/device.ts';

/**
 * How much of the training time checkpoints may take. What one costs differs a thousandfold between devices
 * and networks, so the steps between two follow from that: a loss costs about half of 50 times its price.
 */
const share = 0.02;

const beginning: Checkpoint = { step: 0, trainingMs: 0, networks: [] };

export interface Checkpoints {
  readonly latest: Checkpoint;
  /** Whether the last one has paid off after so much training. */
  isDue(trainingMs: number): boolean;
  /** Takes another. Rejects when the device was lost meanwhile; the latest stays as it was. */
  keep(step: number, learners: Learner[], trainingMs: number): Promise<void>;
}

/** @param start what the run starts from: another worker's checkpoint, or the beginning */
export function createCheckpoints(device: Device, start = beginning): Checkpoints {
  let latest = start;
  let dueAt = start.trainingMs;
  return {
    get latest() {
      return latest;
    },
    isDue: (trainingMs) => trainingMs >= dueAt,
    async keep(step, learners, trainingMs) {
      const started = performance.now();
      const networks = await readNetworks(learners);
      expectAlive(device);
      latest = { step, trainingMs, networks };
      dueAt = trainingMs + (performance.now() - started) / share;
    },
  };
}

/** Reads weights, running statistics and velocities back; those of a diverged network are of no use. */
export async function readNetworks(learners: Learner[]): Promise<Checkpoint['networks']> {
  const networks = learners.map(async ({ diverged, state }) => ({
    diverged,
    values: diverged ? [] : await Promise.all(state.map(copy)),
  }));
  return Promise.all(networks);
}

/** Puts freshly built networks where the checkpoint's were. */
export function restoreCheckpoint({ networks }: Checkpoint, learners: Learner[]): void {
  for (const [index, { diverged, values }] of networks.entries()) {
    const learner = learners[index] as Learner;
    learner.diverged = diverged;
    for (const [i, kept] of values.entries()) {
      const variable = learner.state[i] as tf.Variable;
      tf.tidy(() => variable.assign(tf.tensor(kept, variable.shape)));
    }
  }
}

/** What `data` gives may be the backend's own array. */
async function copy(variable: tf.Variable): Promise<Float32Array> {
  return Float32Array.from(await variable.data());
}
