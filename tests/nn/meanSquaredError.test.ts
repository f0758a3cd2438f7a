import * as tf from '@tensorflow/tfjs-core';
import { expect, test } from 'vitest';
import { meanSquaredError } from '../../src/nn/meanSquaredError.ts';
import { describeBackends } from '../reference/backends.ts';
import { expectClose } from '../reference/closeness.ts';

describeBackends('meanSquaredError', () => {
  test('is the mean of the squares, and its gradient twice the difference over their number', async () => {
    const y = tf.tensor2d([1, 2, 3, 4, 5, 6], [2, 3]);
    const target = tf.tensor2d([1, 0, 3, 5, 5, 3], [2, 3]);
    const { value, grad } = tf.valueAndGrad((y) => meanSquaredError(y, target))(y);
    expectClose(await value.data(), [(4 + 1 + 9) / 6], 'forward', 'error');
    const expected = [0, 4, 0, -2, 0, 6].map((twice) => twice / 6);
    expectClose(await grad.data(), expected, 'gradient', 'dy');
    tf.dispose([y, target, value, grad]);
  });

  test('shapes that differ are named', () => {
    const [y, target] = [tf.zeros([2, 3]), tf.zeros([3, 2])];
    expect(() => meanSquaredError(y, target)).toThrow(
      'meanSquaredError: expected target of shape [2, 3], got [3, 2].',
    );
    tf.dispose([y, target]);
  });
});
