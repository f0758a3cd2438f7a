import * as tf from '@tensorflow/tfjs-core';
import { test } from 'vitest';
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
