import * as tf from '@tensorflow/tfjs-core';
import { expect, test } from 'vitest';
import { describeBackends } from '../reference/backends.ts';
import { pattern } from '../reference/pattern.ts';
import { expectCloseOn } from './onBackend.ts';

describeBackends('reshape', (backend) => {
  test('keeps the order of values, and of their gradients', async () => {
    const shape: [number, number, number, number] = [2, 3, 3, 4];
    const x = pattern('x', shape, 4);
    const dy = pattern('dy', [6, 12], 2);
    const { value, grad } = tf.tidy(() => {
      const identity = tf.reshape(tf.eye(4), [1, 1, 4, 4]) as tf.Tensor4D;
      // On WebGL, maps that our programs have written; −1 stands for what is left.
      return tf.valueAndGrad((x) =>
        tf.reshape(tf.conv2d(x as tf.Tensor4D, identity, 1, 'valid'), [6, -1]),
      )(tf.tensor4d(x, shape), tf.tensor2d(dy, [6, 12]));
    });
    expect(value.shape).toEqual([6, 12]);
    expect(grad.shape).toEqual(shape);
    expectCloseOn(backend)(await value.data(), x, 'simple', 'y');
    expectCloseOn(backend)(await grad.data(), dy, 'simple', 'dx');
    tf.dispose([value, grad]);
  });
});
