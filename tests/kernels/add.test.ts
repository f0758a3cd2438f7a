import * as tf from '@tensorflow/tfjs-core';
import { expect, test } from 'vitest';
import { describeBackends } from '../reference/backends.ts';
import { pattern } from '../reference/pattern.ts';
import { expectCloseOn } from './onBackend.ts';

describeBackends('add', (backend) => {
  const expectClose = expectCloseOn(backend);

  test('adds maps that our kernels have written, and the gradients where they meet', async () => {
    const shape: [number, number, number, number] = [2, 3, 3, 4];
    const x = pattern('x', shape, 4);
    const dy = pattern('dy', shape, 2);
    const { value, grad } = tf.tidy(() => {
      // A convolution that doubles, whose maps on WebGL are laid out as ours.
      const twice = tf.mul(tf.reshape(tf.eye(4), [1, 1, 4, 4]), 2) as tf.Tensor4D;
      const double = (x: tf.Tensor) => tf.conv2d(x as tf.Tensor4D, twice, 1, 'valid');
      return tf.valueAndGrad((x) => tf.add(double(x), double(x)))(
        tf.tensor4d(x, shape),
        tf.tensor4d(dy, shape),
      );
    });
    expectClose(
      await value.data(),
      x.map((value) => 4 * value),
      'simple',
      'sum',
    );
    expectClose(
      await grad.data(),
      dy.map((value) => 4 * value),
      'simple',
      'dx',
    );
    tf.dispose([value, grad]);
  });

  test('sums the gradient of what was broadcast', async () => {
    const dy = pattern('dy', [6, 4], 2);
    const [da, db] = tf.tidy(() =>
      tf.grads((a, b) => tf.add(a, b))([tf.zeros([6, 4]), tf.zeros([4])], tf.tensor2d(dy, [6, 4])),
    ) as [tf.Tensor, tf.Tensor];
    expect(await da.data()).toEqual(dy);
    const sums = new Float64Array(4);
    dy.forEach((value, i) => (sums[i % 4]! += value));
    expectClose(await db.data(), sums, 'simple', 'db', 1);
    tf.dispose([da, db]);
  });
});
