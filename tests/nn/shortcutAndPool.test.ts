import * as tf from '@tensorflow/tfjs-core';
import { test } from 'vitest';
import { globalAveragePool } from '../../src/nn/globalAveragePool.ts';
import { ZeroPaddedShortcut } from '../../src/nn/zeroPaddedShortcut.ts';
import { describeBackends } from '../reference/backends.ts';
import { expectClose } from '../reference/closeness.ts';
import { decode, fromMaps, toMaps } from '../reference/golden.ts';
import goldens from '../reference/layers.json';
import { pattern } from '../reference/pattern.ts';

describeBackends('ZeroPaddedShortcut', () => {
  test.each(goldens.shortcut)(
    'computes what PyTorch does: input $input to $out channels',
    async (golden) => {
      const layer = new ZeroPaddedShortcut(golden.out);
      const x = toMaps(pattern('x', golden.input, 4), golden.input);
      const dy = toMaps(pattern('dy', golden.y.shape, 2), golden.y.shape);
      const { value: y, grad: dx } = tf.valueAndGrad((x) => layer.forward(x as tf.Tensor4D))(x, dy);
      expectClose(await fromMaps(y), decode(golden.y), 'forward', 'y');
      expectClose(await fromMaps(dx), decode(golden.dx), 'gradient', 'dx');
      tf.dispose([x, dy, y, dx]);
    },
  );
});

describeBackends('globalAveragePool', () => {
  test('averages each map and shares its gradient out', async () => {
    const [batch, height, width, channels] = [2, 3, 5, 4];
    const maps = pattern('x', [batch, height, width, channels], 4);
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
        tf.tensor4d(maps, [batch, height, width, channels]),
        tf.tensor2d(dy, [batch, channels]),
      ),
    );
    expectClose(await value.data(), y, 'forward', 'y');
    expectClose(await grad.data(), dx, 'gradient', 'dx');
    tf.dispose([value, grad]);
  });
});
