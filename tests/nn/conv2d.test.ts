import * as tf from '@tensorflow/tfjs-core';
import { expect, test } from 'vitest';
import { Conv2d } from '../../src/nn/conv2d.ts';
import { describeBackends } from '../reference/backends.ts';
import { expectClose } from '../reference/closeness.ts';
import { decode, fill, fromMaps, fromWeight, toMaps } from '../reference/golden.ts';
import goldens from '../reference/layers.json';
import { pattern } from '../reference/pattern.ts';

describeBackends('Conv2d', () => {
  test.each(goldens.conv2d)(
    'computes what PyTorch does: input $input, kernel $kernel, stride $stride',
    async (golden) => {
      const layer = new Conv2d(golden.input[1]!, golden.out, golden.kernel, golden);
      fill(layer);
      const x = toMaps(pattern('x', golden.input, 4), golden.input);
      const dy = toMaps(pattern('dy', golden.y.shape, 2), golden.y.shape);
      const y = layer.forward(x);
      const [dx, dWeight] = tf.grads((x) => layer.forward(x as tf.Tensor4D))([x, layer.weight], dy);

      expectClose(await fromMaps(y), decode(golden.y), 'forward', 'y');
      expectClose(await fromMaps(dx!), decode(golden.dx), 'gradient', 'dx');
      expectClose(await fromWeight(dWeight!), decode(golden.dWeight), 'gradient', 'dWeight');
      tf.dispose([x, dy, y, dx!, dWeight!]);
      layer.dispose();
    },
  );

  test('says what does not fit', () => {
    const layer = new Conv2d(3, 4, 3);
    tf.tidy(() => {
      expect(() => layer.forward(tf.zeros([2, 8, 8, 4]))).toThrow(
        'Conv2d: expected input of shape [batch, height, width, 3], got [2, 8, 8, 4].',
      );
      expect(() => layer.forward(tf.zeros([2, 2, 8, 3]))).toThrow(
        'Conv2d: the kernel of 3×3 is larger than the input of 2×8 with padding 0.',
      );
    });
    layer.dispose();
  });
});
