import * as tf from '@tensorflow/tfjs-core';
import { expect, test } from 'vitest';
import { describeBackends } from '../reference/backends.ts';
import { double } from '../reference/double.ts';
import { pattern } from '../reference/pattern.ts';

describeBackends('relu', () => {
  test('keeps what is above zero of what our kernels have written, with its gradient', async () => {
    const x = pattern('x', [5, 2, 8], 4);
    const dy = pattern('dy', [5, 2, 8], 2);
    const { value, grad } = tf.tidy(() =>
      tf.valueAndGrad((x) => double(tf.relu(double(x))))(
        tf.tensor(x, [5, 2, 8]),
        tf.tensor(dy, [5, 2, 8]),
      ),
    );
    expect(Array.from(await value.data())).toEqual(Array.from(x, (v) => 4 * Math.max(v, 0)));
    const expected = Array.from(dy, (slope, i) => (x[i]! > 0 ? 4 * slope : 0));
    expect(Array.from(await grad.data(), (slope) => slope + 0)).toEqual(expected);
    tf.dispose([value, grad]);
  });

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
