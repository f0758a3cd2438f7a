import * as tf from '@tensorflow/tfjs-core';
import { expect, test } from 'vitest';
import { BatchNorm2d } from '../../src/nn/batchnorm2d.ts';
import { describeBackends } from '../reference/backends.ts';
import { expectClose } from '../reference/closeness.ts';
import { decode, fill, fromMaps, toMaps } from '../reference/golden.ts';
import goldens from '../reference/layers.json';
import { pattern } from '../reference/pattern.ts';

describeBackends('BatchNorm2d', () => {
  test.each(goldens.batchnorm2d)(
    'computes what PyTorch does: input $input, add $add, relu $relu',
    async (golden) => {
      const layer = new BatchNorm2d(golden.input[1]!);
      fill(layer);
      const x = toMaps(pattern('x', golden.input, 4, 1), golden.input);
      const add = toMaps(pattern('add', golden.input, 2), golden.input);
      const dy = toMaps(pattern('dy', golden.input, 2), golden.input);
      const followers = { relu: golden.relu, ...(golden.add && { add }) };
      const gradients = tf.grads((x) => layer.forward(x as tf.Tensor4D, followers))(
        [x, layer.weight, layer.bias, ...(golden.add ? [add] : [])],
        dy,
      );
      const [dx, dWeight, dBias, dAdd] = gradients;
      expectClose(await fromMaps(dx!), decode(golden.dx), 'gradient', 'dx');
      expectClose(await dWeight!.data(), decode(golden.dWeight), 'gradient', 'dWeight');
      expectClose(await dBias!.data(), decode(golden.dBias), 'gradient', 'dBias');
      if (dAdd && golden.dAdd)
        expectClose(await fromMaps(dAdd), decode(golden.dAdd), 'gradient', 'dAdd');

      const { running_mean, running_var } = layer;
      expectClose(await running_mean.data(), decode(golden.runningMean), 'forward', 'mean');
      expectClose(await running_var.data(), decode(golden.runningVar), 'forward', 'variance');

      const evaluated = layer.eval().forward(x, followers);
      expectClose(await fromMaps(evaluated), decode(golden.evaluated), 'forward', 'evaluated');
      const y = tf.tidy(() => layer.train().forward(x, followers));
      expectClose(await fromMaps(y), decode(golden.y), 'forward', 'y');
      tf.dispose([x, add, dy, gradients, evaluated, y]);
      layer.dispose();
    },
  );

  test('says what does not fit', () => {
    const layer = new BatchNorm2d(3);
    tf.tidy(() => {
      expect(() => layer.forward(tf.zeros([2, 8, 8, 4]))).toThrow(
        'BatchNorm2d: expected input of shape [batch, height, width, 3], got [2, 8, 8, 4].',
      );
      const single = tf.zeros<tf.Rank.R4>([1, 1, 1, 3]);
      expect(() => layer.forward(single)).toThrow(
        'BatchNorm2d: expected more than one value per channel when training, got input of shape [1, 1, 1, 3].',
      );
      expect(layer.eval().forward(single).shape).toEqual([1, 1, 1, 3]);
    });
    layer.dispose();
  });
});
