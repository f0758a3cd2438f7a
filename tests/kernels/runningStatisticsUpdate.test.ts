import * as tf from '@tensorflow/tfjs-core';
import { test } from 'vitest';
import { RunningStatisticsUpdate } from '../../src/kernels/runningStatisticsUpdate/contract.ts';
import { runKernel } from '../../src/kernels/runKernel.ts';
import { describeBackends } from '../reference/backends.ts';
import { pattern } from '../reference/pattern.ts';
import { expectCloseOn } from './onBackend.ts';

describeBackends('runningStatisticsUpdate', (backend) => {
  const expectClose = expectCloseOn(backend);

  test.each([1, 3, 8])('moves towards the batch’s: %i channels', async (channels) => {
    const of = (name: string, centre: number) => pattern(name, [channels], 1, centre);
    const before = { mean: of('running mean', 0), variance: of('running variance', 1) };
    const batch = { mean: of('mean', 1), variance: of('variance', 2) };
    const moved = tf.tidy(() =>
      runKernel<RunningStatisticsUpdate>(
        RunningStatisticsUpdate,
        {
          runningMean: tf.tensor1d(before.mean),
          runningVariance: tf.tensor1d(before.variance),
          mean: tf.tensor1d(batch.mean),
          variance: tf.tensor1d(batch.variance),
        },
        { momentum: 0.1, correction: 5 / 4 },
      ),
    );

    const move = (old: Float32Array, now: Float32Array, correction: number) =>
      Array.from(old, (value, c) => 0.9 * value + 0.1 * correction * now[c]!);
    expectClose(await moved[0].data(), move(before.mean, batch.mean, 1), 'simple', 'mean');
    const unbiased = move(before.variance, batch.variance, 5 / 4);
    expectClose(await moved[1].data(), unbiased, 'simple', 'variance');
    tf.dispose(moved);
  });
});
