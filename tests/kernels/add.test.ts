import * as tf from '@tensorflow/tfjs-core';
import { expect, test } from 'vitest';
import { describeBackends } from '../reference/backends.ts';
import { double } from '../reference/double.ts';
import { pattern } from '../reference/pattern.ts';
import { expectCloseOn } from './onBackend.ts';

describeBackends('add', (backend) => {
  const expectClose = expectCloseOn(backend);

  test('adds maps that our kernels have written, and the gradients where they meet', async () => {
    const shape: [number, number, number, number] = [2, 3, 3, 4];
    const x = pattern('x', shape, 4);
    const dy = pattern('dy', shape, 2);
    const { value, grad } = tf.tidy(() =>
      tf.valueAndGrad((x) => tf.add(double(x), double(x)))(
        tf.tensor4d(x, shape),
        tf.tensor4d(dy, shape),
      ),
    );
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

  test.each([
    { shape: [6, 4], added: [4] },
    { shape: [50, 3, 8], added: [3, 8] },
  ])('adds $added to each row of $shape that our kernels have written', async (sizes) => {
    const { shape, added } = sizes;
    const x = pattern('x', shape, 4);
    const b = pattern('b', added, 3);
    const dy = pattern('dy', shape, 2);
    const { value, grads } = tf.tidy(() =>
      tf.valueAndGrads((x, b) => double(tf.add(b, double(x))))(
        [tf.tensor(x, shape), tf.tensor(b, added)],
        tf.tensor(dy, shape),
      ),
    );
    const expected = x.map((v, i) => 2 * (2 * v + b[i % b.length]!));
    expectClose(await value.data(), expected, 'simple', 'sum');
    const sums = new Float64Array(b.length);
    dy.forEach((slope, i) => (sums[i % b.length]! += 2 * slope));
    expectClose(await grads[1]!.data(), sums, 'simple', 'db', 1);
    expectClose(
      await grads[0]!.data(),
      dy.map((slope) => 4 * slope),
      'simple',
      'dx',
    );
    tf.dispose([value, grads]);
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
