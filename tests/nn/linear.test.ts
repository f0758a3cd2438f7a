import * as tf from '@tensorflow/tfjs-core';
import { expect, test } from 'vitest';
import { Linear } from '../../src/nn/linear.ts';
import { crossEntropy } from '../../src/nn/loss.ts';
import { describeBackends } from '../reference/backends.ts';
import { expectClose } from '../reference/closeness.ts';
import { decode, fill, fromWeight } from '../reference/golden.ts';
import goldens from '../reference/layers.json';
import { pattern } from '../reference/pattern.ts';

describeBackends('Linear and crossEntropy', () => {
  test.each(goldens.classifier)(
    'compute what PyTorch does: input $input, $classes classes, scale $scale',
    async (golden) => {
      const [batch, features] = golden.input as [number, number];
      const layer = new Linear(features, golden.classes);
      fill(layer);
      const x = tf.tensor2d(pattern('x', golden.input, golden.scale), [batch, features]);
      const labels = tf.tensor1d(
        Array.from({ length: batch }, (_, i) => (7 * i + 3) % golden.classes),
        'int32',
      );
      const logits = tf.tidy(() => layer.forward(x));
      const { value: loss, grads } = tf.valueAndGrads((x) =>
        crossEntropy(layer.forward(x as tf.Tensor2D), labels),
      )([x, layer.weight, layer.bias]);

      const [dx, dWeight, dBias] = grads;
      expectClose(await logits.data(), decode(golden.logits), 'forward', 'logits');
      expectClose(await loss.data(), [golden.loss], 'forward', 'loss');
      expectClose(await dx!.data(), decode(golden.dx), 'gradient', 'dx');
      expectClose(await fromWeight(dWeight!), decode(golden.dWeight), 'gradient', 'dWeight');
      expectClose(await dBias!.data(), decode(golden.dBias), 'gradient', 'dBias');
      tf.dispose([x, labels, logits, loss, grads]);
      layer.dispose();
    },
  );

  test('say what does not fit', () => {
    const layer = new Linear(5, 10);
    tf.tidy(() => {
      expect(() => layer.forward(tf.zeros([2, 6]))).toThrow(
        'Linear: expected input of shape [batch, 5], got [2, 6].',
      );
    });
    layer.dispose();
  });
});
