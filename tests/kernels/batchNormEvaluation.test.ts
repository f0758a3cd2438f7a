import * as tf from '@tensorflow/tfjs-core';
import { expect, test } from 'vitest';
import { batchNormEvaluation } from '../../src/kernels/batchNormEvaluation/batchNormEvaluation.ts';
import { describeBackends } from '../reference/backends.ts';
import { normalise } from '../reference/naive.ts';
import { pattern } from '../reference/pattern.ts';
import { expectCloseOn } from './onBackend.ts';

const shapes: [batch: number, height: number, width: number, channels: number][] = [
  [2, 4, 4, 8],
  [1, 3, 3, 1],
  [3, 5, 3, 7],
];

describeBackends('batchNormEvaluation', (backend) => {
  test.each(
    shapes.flatMap((shape) =>
      [false, true].flatMap((relu) => [false, true].map((add) => ({ shape, relu, add }))),
    ),
  )('follows the definition: $shape, relu $relu, addend $add', async ({ shape, relu, add }) => {
    const channels = [shape[3]];
    const epsilon = 1e-5;
    const x = pattern('x', shape, 4, 3);
    const addend = pattern('addend', shape, 2);
    const mean = pattern('mean', channels, 2, 3);
    const variance = pattern('variance', channels, 1, 1);
    const scale = pattern('scale', channels, 1, 1);
    const offset = pattern('offset', channels);
    const y = tf.tidy(() => {
      const given = {
        mean: tf.tensor1d(mean),
        variance: tf.tensor1d(variance),
        scale: tf.tensor1d(scale),
        offset: tf.tensor1d(offset),
      };
      const options = { epsilon, relu, ...(add && { addend: tf.tensor4d(addend, shape) }) };
      return batchNormEvaluation(tf.tensor4d(x, shape), given, options);
    });
    const naive = { x, scale, offset, epsilon, relu, ...(add && { addend }) };
    const expected = normalise(naive, { mean, variance });
    expectCloseOn(backend)(await y.data(), expected, 'simple', 'y');
    y.dispose();
  });

  test('says which shape does not fit', () => {
    tf.tidy(() => {
      const x = tf.zeros<tf.Rank.R4>([2, 3, 3, 4]);
      const four = tf.zeros<tf.Rank.R1>([4]);
      const variance = tf.zeros<tf.Rank.R1>([5]);
      const given = { mean: four, variance, scale: four, offset: four };
      expect(() => batchNormEvaluation(x, given, { epsilon: 1e-5 })).toThrow(
        'batchNormEvaluation: expected variance of shape [4], got [5].',
      );
    });
  });
});
