import * as tf from '@tensorflow/tfjs-core';
import type { Learner } from './learner.ts';
import { expectAlive, type Device } from '../contract/device.ts';

/**
 * How much of the training time checkpoints may take. What one costs differs a thousandfold between devices
 * and networks, so the steps between two follow from that: a loss costs about half of 50 times its price.
 */
const share = 0.02;

/** A run after a step, kept outside the device. The order of the pictures follows from the step. */
export interface Checkpoint {
  step: number;
  /** In the order of the run; none for the start, which the seed gives. */
  networks: { diverged: boolean; values: Float32Array[] }[];
}

export interface Checkpoints {
  readonly latest: Checkpoint;
  /**
   * Takes another where the device can be lost and the last one has paid off.
   * @param trainingMs the time training took so far
   * @throws when the device was lost meanwhile; the latest stays as it was
   */
  keepIfDue(step: number, learners: Learner[], trainingMs: number): Promise<void>;
}

export function createCheckpoints(device: Device): Checkpoints {
  let latest: Checkpoint = { step: 0, networks: [] };
  let dueAt = 0;
  return {
    get latest() {
      return latest;
    },
    async keepIfDue(step, learners, trainingMs) {
      if (!device.losable || trainingMs < dueAt) return;
      const started = performance.now();
      const taken = await takeCheckpoint(step, learners);
      expectAlive(device);
      latest = taken;
      dueAt = trainingMs + (performance.now() - started) / share;
    },
  };
}

/** Reads weights, running statistics and velocities back; those of a diverged network are of no use. */
export async function takeCheckpoint(step: number, learners: Learner[]): Promise<Checkpoint> {
  const networks = learners.map(async ({ diverged, state }) => ({
    diverged,
    values: diverged ? [] : await Promise.all(state.map(copy)),
  }));
  return { step, networks: await Promise.all(networks) };
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
