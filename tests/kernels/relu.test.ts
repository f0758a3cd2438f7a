import * as tf from '@tensorflow/tfjs-core';
import { expect, test } from 'vitest';
import { describeBackends } from '../reference/backends.ts';
import { pattern } from '../reference/pattern.ts';

describeBackends('relu', () => {
  test('lets the gradient through where the output is above zero', async () => {
    const x = pattern('x', [2, 3, 5], 4);
    x[0] = 0;
    const dy = pattern('dy', [2, 3, 5], 2);
    const gradient = tf.tidy(() =>
      tf.grad((x) => tf.relu(x))(tf.tensor(x, [2, 3, 5]), tf.tensor(dy, [2, 3, 5])),
    );
    // Compared as numbers: a closed gate may give −0.
    const expected = Array.from(dy, (slope, i) => (x[i]! > 0 ? slope : 0));
    expect(Array.from(await gradient.data(), (value) => value + 0)).toEqual(expected);
    gradient.dispose();
  });
});
