import * as tf from '@tensorflow/tfjs-core';
import { expect, test } from 'vitest';
import { softmaxCrossEntropy } from '../../src/kernels/softmaxCrossEntropy/softmaxCrossEntropy.ts';
import { describeBackends } from '../reference/backends.ts';
import { crossEntropy, numericalGradient } from '../reference/naive.ts';
import { pattern } from '../reference/pattern.ts';
import { expectCloseOn } from './onBackend.ts';

describeBackends('softmaxCrossEntropy', (backend) => {
  const expectClose = expectCloseOn(backend);

  test.each([
    { batch: 6, classes: 10, scale: 4 },
    { batch: 1, classes: 2, scale: 4 },
    { batch: 4, classes: 5, scale: 400 }, // e⁴⁰⁰ overflows
    { batch: 300, classes: 3, scale: 4 }, // more rows than a GPU's threads take at a time
  ])('follows the definition: %o', async ({ batch, classes, scale }) => {
    const logits = pattern('logits', [batch, classes], scale);
    const labels = Int32Array.from({ length: batch }, (_, i) => (7 * i + 3) % classes);
    const [loss, gradient] = tf.tidy(() => {
      const y = tf.tensor1d(labels, 'int32');
      const { value, grad } = tf.valueAndGrad((x) => softmaxCrossEntropy(x as tf.Tensor2D, y))(
        tf.tensor2d(logits, [batch, classes]),
      );
      return [value, grad];
    }) as [tf.Tensor, tf.Tensor];

    expectClose(await loss.data(), [crossEntropy(logits, labels)], 'simple', 'loss');
    const expected = numericalGradient((at) => crossEntropy(at, labels), logits);
    expectClose(await gradient.data(), expected, 'gradient', 'dLogits');
    tf.dispose([loss, gradient]);
  });

  test.runIf(backend === 'wasm')('a label that is no class is refused', () => {
    const before = tf.memory().numDataBuffers;
    tf.tidy(() => {
      const logits = tf.zeros<tf.Rank.R2>([2, 3]);
      expect(() => softmaxCrossEntropy(logits, tf.tensor1d([0, 3], 'int32'))).toThrow(
        'expected labels from 0 to 2, got 3',
      );
    });
    expect(tf.memory().numDataBuffers).toBe(before);
  });

  // A GPU can't refuse it.
  test.runIf(backend.startsWith('webg'))(
    'a label that is no class makes the loss NaN',
    async () => {
      const [loss, right] = tf.tidy(() => {
        const logits = tf.zeros<tf.Rank.R2>([2, 10]);
        return [
          [3, 10],
          [3, 9],
        ].map((labels) => softmaxCrossEntropy(logits, tf.tensor1d(labels, 'int32')));
      }) as [tf.Scalar, tf.Scalar];
      expect(await loss.data()).toEqual(Float32Array.of(NaN));
      expectClose(await right.data(), [Math.log(10)], 'simple', 'loss');
      tf.dispose([loss, right]);
    },
  );

  test('says what does not fit', () => {
    tf.tidy(() => {
      const logits = tf.zeros<tf.Rank.R2>([4, 3]);
      const three = tf.zeros<tf.Rank.R1>([3], 'int32');
      expect(() => softmaxCrossEntropy(logits, three)).toThrow(
        'softmaxCrossEntropy: expected labels of shape [4], got [3].',
      );
      const floats = tf.zeros<tf.Rank.R1>([4]);
      expect(() => softmaxCrossEntropy(logits, floats)).toThrow(
        'expected labels of type int32, got float32',
      );
    });
  });
});
