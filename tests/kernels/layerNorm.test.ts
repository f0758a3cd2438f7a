import * as tf from '@tensorflow/tfjs-core';
import { expect, test } from 'vitest';
import { layerNorm } from '../../src/kernels/layerNorm/layerNorm.ts';
import { describeBackends } from '../reference/backends.ts';
import { pattern } from '../reference/pattern.ts';
import { expectCloseOn } from './onBackend.ts';

const epsilon = 1e-5;
const shapes = [
  [3, 5, 8],
  [2, 7],
  [1, 1, 4],
  [6, 2],
];

/** Row by row in float64, with Ba et al.'s gradient. */
function byHand(shape: number[], x: Float32Array, scale: Float32Array, dy: Float32Array) {
  const features = shape.at(-1)!;
  const normalised = new Float64Array(x.length);
  const dx = new Float64Array(x.length);
  const dScale = new Float64Array(features);
  const dOffset = new Float64Array(features);
  for (let start = 0; start < x.length; start += features) {
    const row = Array.from(x.slice(start, start + features));
    const mean = row.reduce((a, b) => a + b) / features;
    const variance = row.reduce((sum, value) => sum + (value - mean) ** 2, 0) / features;
    const deviation = Math.sqrt(variance + epsilon);
    let [sum, along] = [0, 0];
    for (let i = 0; i < features; i++) {
      const at = start + i;
      normalised[at] = (row[i]! - mean) / deviation;
      sum += dy[at]! * scale[i]!;
      along += dy[at]! * scale[i]! * normalised[at];
      dScale[i]! += dy[at]! * normalised[at];
      dOffset[i]! += dy[at]!;
    }
    for (let i = 0; i < features; i++)
      dx[start + i] =
        (dy[start + i]! * scale[i]! - (sum + normalised[start + i]! * along) / features) /
        deviation;
  }
  return { normalised, dx, dScale, dOffset };
}

describeBackends('layerNorm', (backend) => {
  const expectClose = expectCloseOn(backend);

  test.each(shapes.map((sizes) => ({ sizes })))(
    'normalises rows, with its gradients: $sizes',
    async ({ sizes }) => {
      const features = sizes.at(-1)!;
      const x = pattern('x', sizes, 4, 3);
      const scale = pattern('scale', [features], 0.4, 1);
      const offset = pattern('offset', [features]);
      const dy = pattern('dy', sizes, 2);
      const { value, grads } = tf.tidy(() =>
        tf.valueAndGrads((x, scale, offset) =>
          layerNorm(x, scale as tf.Tensor1D, offset as tf.Tensor1D, epsilon),
        )([tf.tensor(x, sizes), tf.tensor1d(scale), tf.tensor1d(offset)], tf.tensor(dy, sizes)),
      );
      const expected = byHand(sizes, x, scale, dy);
      const y = expected.normalised.map((v, i) => v * scale[i % features]! + offset[i % features]!);
      expectClose(await value.data(), y, 'forward', 'y');
      // In a row of two features the gradient all but cancels.
      expectClose(await grads[0]!.data(), expected.dx, 'gradient', 'dx', 1);
      expectClose(await grads[1]!.data(), expected.dScale, 'gradient', 'dScale');
      expectClose(await grads[2]!.data(), expected.dOffset, 'gradient', 'dOffset');
      tf.dispose([value, grads]);
    },
  );

  test('says which shape does not fit', () => {
    tf.tidy(() => {
      const five = tf.ones<tf.Rank.R1>([5]);
      expect(() => layerNorm(tf.zeros([2, 4]), five, five, epsilon)).toThrow(
        'layerNorm: expected x of shape [axis 0, 5], got [2, 4].',
      );
    });
  });
});
