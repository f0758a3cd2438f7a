import * as tf from '@tensorflow/tfjs-core';
import { test } from 'vitest';
import { updateRunningStatistics } from '../../src/kernels/runningStatisticsUpdate/runningStatisticsUpdate.ts';
import { describeBackends } from '../reference/backends.ts';
import { pattern } from '../reference/pattern.ts';
import { expectCloseOn } from './onBackend.ts';

describeBackends('runningStatisticsUpdate', (backend) => {
  const expectClose = expectCloseOn(backend);

  test.each([1, 3, 8])('moves towards the batch’s: %i channels', async (channels) => {
    const of = (name: string, centre: number) => pattern(name, [channels], 1, centre);
    const before = { mean: of('running mean', 0), variance: of('running variance', 1) };
    const batch = { mean: of('mean', 1), variance: of('variance', 2) };
    const running = tf.tidy(() => ({
      mean: tf.variable(tf.tensor1d(before.mean)),
      variance: tf.variable(tf.tensor1d(before.variance)),
    }));
    const [mean, variance] = [tf.tensor1d(batch.mean), tf.tensor1d(batch.variance)];
    updateRunningStatistics(running, mean, variance, { momentum: 0.1, count: 5 });

    const move = (old: Float32Array, now: Float32Array, correction: number) =>
      Array.from(old, (value, c) => 0.9 * value + 0.1 * correction * now[c]!);
    expectClose(await running.mean.data(), move(before.mean, batch.mean, 1), 'simple', 'mean');
    const unbiased = move(before.variance, batch.variance, 5 / 4);
    expectClose(await running.variance.data(), unbiased, 'simple', 'variance');
    tf.dispose([running.mean, running.variance, mean, variance]);
  });
});
