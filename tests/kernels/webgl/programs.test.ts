import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { workload } from '../../../scripts/bench/workloads.ts';
import { asInThePaper, constantRate } from '../../../src/contract/runConfig.ts';
import { createLearner } from '../../../src/training/learner.ts';
import { startBackend } from '../../reference/backends.ts';
import { countDraws } from './countDraws.ts';

describe('a training step on WebGL', () => {
  beforeAll(() => startBackend('webgl'));

  test.each([
    { depth: 20, programs: 223 },
    { depth: 56, programs: 592 },
  ])('of ResNet-$depth runs $programs programs', async ({ depth, programs }) => {
    const { width, batchSize, pictureSize } = workload(depth, 'small');
    const learner = createLearner(
      { ...asInThePaper, id: 'net', kind: 'residual', depth, width },
      {
        ...{ steps: 2, batchSize, seed: 1, schedule: constantRate },
        ...{ learningRate: 0.01, momentum: 0.9, weightDecay: 1e-4 },
      },
    );
    const draws = countDraws({ draws: false });
    const step = async () => {
      const before = draws.all();
      const pictures = tf.zeros<tf.Rank.R4>([batchSize, pictureSize, pictureSize, 3]);
      const labels = tf.zeros<tf.Rank.R1>([batchSize], 'int32');
      await learner.step({ pictures, labels }, { learningRate: 0.01 });
      tf.dispose([pictures, labels]);
      return draws.all() - before;
    };
    await step(); // Parameters and velocities come from JavaScript.
    const drawn = await step();
    draws.stop();
    learner.dispose();
    expect(drawn).toBe(programs);
  });
});
