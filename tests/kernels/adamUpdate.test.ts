import * as tf from '@tensorflow/tfjs-core';
import { expect, test } from 'vitest';
import { adamUpdate } from '../../src/kernels/adamUpdate/adamUpdate.ts';
import { describeBackends } from '../reference/backends.ts';
import { pattern } from '../reference/pattern.ts';
import { expectCloseOn } from './onBackend.ts';

/** Sizes with and without a rest behind the vectors, and several of one size. */
const shapes = [[3, 2, 5], [5], [4, 12], [1], [8], [21], [8], [8], [8], [8]];
const settings = { learningRate: 0.01, beta1: 0.9, beta2: 0.98, epsilon: 1e-3 };

/** Variables of all shapes, filled by `name`, or with zeros. */
function variables(name?: string): tf.Variable[] {
  return tf.tidy(() =>
    shapes.map((shape, i) =>
      tf.variable(name ? tf.tensor(pattern(`${name}${i}`, shape), shape) : tf.zeros(shape)),
    ),
  );
}

describeBackends('adamUpdate', (backend) => {
  const expectClose = expectCloseOn(backend);

  test('follows PyTorch’s rule for every tensor of a group, three steps', async () => {
    const weights = variables('weight');
    const moments = { means: variables(), squares: variables() };
    const unchanged = tf.clone(weights[5]!);
    for (let step = 1; step <= 3; step++) {
      const gradients = shapes.map((shape, i) => tf.tensor(pattern(`g${step}${i}`, shape), shape));
      adamUpdate(weights, moments, gradients, step, settings);
      tf.dispose(gradients);
    }

    const { learningRate, beta1, beta2, epsilon } = settings;
    for (const [i, shape] of shapes.entries()) {
      const w = Float64Array.from(pattern(`weight${i}`, shape));
      const m = new Float64Array(w.length);
      const v = new Float64Array(w.length);
      for (let step = 1; step <= 3; step++) {
        pattern(`g${step}${i}`, shape).forEach((g, k) => {
          m[k] = beta1 * m[k]! + (1 - beta1) * g;
          v[k] = beta2 * v[k]! + (1 - beta2) * g * g;
          const mean = m[k] / (1 - beta1 ** step);
          const square = v[k] / (1 - beta2 ** step);
          w[k]! -= (learningRate * mean) / (Math.sqrt(square) + epsilon);
        });
      }
      expectClose(await moments.means[i]!.data(), m, 'simple', `mean ${i}`);
      expectClose(await moments.squares[i]!.data(), v, 'simple', `square ${i}`);
      expectClose(await weights[i]!.data(), w, 'simple', `weight ${i}`);
    }
    const copy = await unchanged.data();
    expect(copy, 'a copy of a weight stays as it was').toEqual(pattern('weight5', [21]));
    tf.dispose([weights, moments.means, moments.squares, unchanged]);
  });
});
