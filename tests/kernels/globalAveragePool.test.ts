import * as tf from '@tensorflow/tfjs-core';
import { expect, test } from 'vitest';
import { globalAveragePool } from '../../src/kernels/globalAveragePool/globalAveragePool.ts';
import { describeBackends } from '../reference/backends.ts';
import { pattern } from '../reference/pattern.ts';
import { expectCloseOn } from './onBackend.ts';

const shapes: [batch: number, height: number, width: number, channels: number][] = [
  [2, 3, 5, 4],
  [1, 1, 1, 1],
  [3, 4, 4, 7],
];

describeBackends('globalAveragePool', (backend) => {
  const expectClose = expectCloseOn(backend);

  test.each(shapes)('averages each map and shares its gradient out: %o', async (...shape) => {
    const [batch, height, width, channels] = shape;
    const maps = pattern('x', shape, 4);
    const dy = pattern('dy', [batch, channels], 2);
    const y = new Float64Array(batch * channels);
    const dx = new Float64Array(maps.length);
    for (let i = 0; i < maps.length; i++) {
      const to = Math.floor(i / (height * width * channels)) * channels + (i % channels);
      y[to]! += maps[i]! / (height * width);
      dx[i] = dy[to]! / (height * width);
    }
    const { value, grad } = tf.tidy(() =>
      tf.valueAndGrad((x) => globalAveragePool(x as tf.Tensor4D))(
        tf.tensor4d(maps, shape),
        tf.tensor2d(dy, [batch, channels]),
      ),
    );
    expectClose(await value.data(), y, 'simple', 'y', 1);
    expectClose(await grad.data(), dx, 'simple', 'dx');
    tf.dispose([value, grad]);
  });

  test('says which shape does not fit', () => {
    tf.tidy(() => {
      const flat = tf.zeros([2, 4]) as tf.Tensor as tf.Tensor4D;
      expect(() => globalAveragePool(flat)).toThrow(
        'globalAveragePool: expected x of shape [batch, height, width, channels], got [2, 4].',
      );
    });
  });
});
