import * as tf from '@tensorflow/tfjs-core';
import { expect, test } from 'vitest';
import { causalAttention } from '../../src/kernels/causalAttention/causalAttention.ts';
import { describeBackends } from '../reference/backends.ts';
import { relativeError } from '../reference/closeness.ts';
import { pattern } from '../reference/pattern.ts';
import { expectCloseOn } from './onBackend.ts';

const cases: [batch: number, tokens: number, width: number, heads: number][] = [
  [2, 5, 8, 2],
  [1, 1, 3, 3],
  [3, 4, 6, 1],
  [1, 70, 4, 1], // more tokens than a GPU's threads take at a time
];

/** Head by head, token by token, in float64. */
function attend(qkv: ArrayLike<number>, [batch, tokens, width, heads]: (typeof cases)[number]) {
  const size = width / heads;
  const y = new Float64Array(batch * tokens * width);
  const pattern = new Float64Array(batch * heads * tokens * tokens);
  const at = (b: number, t: number, part: number, feature: number) =>
    qkv[((b * tokens + t) * 3 + part) * width + feature]!;
  for (let b = 0; b < batch; b++)
    for (let h = 0; h < heads; h++)
      for (let t = 0; t < tokens; t++) {
        const features = Array.from({ length: size }, (_, i) => h * size + i);
        const scores = Array.from({ length: t + 1 }, (_, s) =>
          Math.exp(
            features.reduce((sum, f) => sum + at(b, t, 0, f) * at(b, s, 1, f), 0) / Math.sqrt(size),
          ),
        );
        const total = scores.reduce((a, b) => a + b);
        scores.forEach((score, s) => {
          pattern[((b * heads + h) * tokens + t) * tokens + s] = score / total;
          for (const f of features)
            y[(b * tokens + t) * width + f]! += (score / total) * at(b, s, 2, f);
        });
      }
  return { y, pattern };
}

describeBackends('causalAttention', (backend) => {
  const expectClose = expectCloseOn(backend);

  test.each(cases)('%i×%i tokens of width %i, %i heads, with its gradient', async (...shape) => {
    const [batch, tokens, width, heads] = shape;
    const sizes: [number, number, number] = [batch, tokens, 3 * width];
    const qkv = pattern('qkv', sizes, 4);
    const dy = pattern('dy', [batch, tokens, width], 2);
    const found = tf.tidy(() => causalAttention(tf.tensor3d(qkv, sizes), heads));
    const expected = attend(qkv, shape);
    expectClose(await found.y.data(), expected.y, 'forward', 'y');
    expectClose(await found.pattern.data(), expected.pattern, 'forward', 'pattern');

    const gradient = tf.tidy(() =>
      tf.grad((x) => causalAttention(x as tf.Tensor3D, heads).y)(
        tf.tensor3d(qkv, sizes),
        tf.tensor3d(dy, [batch, tokens, width]),
      ),
    );
    const h = 1e-5;
    const along = (values: Float64Array) => {
      const { y } = attend(values, shape);
      return y.reduce((sum, value, i) => sum + value * dy[i]!, 0);
    };
    const numerical = Float64Array.from(qkv, (_, i) => {
      const moved = (by: number) => along(Float64Array.from(qkv, (v, k) => (k === i ? v + by : v)));
      return (moved(h) - moved(-h)) / (2 * h);
    });
    expect(relativeError(await gradient.data(), numerical, 0.1)).toBeLessThan(1e-4);
    tf.dispose([found.y, found.pattern, gradient]);
  });

  test('says when heads can’t share the width', () => {
    tf.tidy(() => {
      expect(() => causalAttention(tf.zeros([1, 2, 15]), 2)).toThrow(
        'causalAttention: expected three times a multiple of 2 heads as the last size, got [1, 2, 15].',
      );
    });
  });
});
