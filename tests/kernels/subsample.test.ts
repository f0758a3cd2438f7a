import * as tf from '@tensorflow/tfjs-core';
import { expect, test } from 'vitest';
import { subsample } from '../../src/kernels/subsample/subsample.ts';
import { describeBackends } from '../reference/backends.ts';
import { pattern } from '../reference/pattern.ts';

/** Even and odd sides; channels in fours before, after, both and neither. */
const cases: [batch: number, height: number, width: number, channels: number, out: number][] = [
  [2, 4, 6, 4, 8],
  [1, 5, 3, 4, 4],
  [3, 3, 4, 3, 4],
  [1, 1, 1, 4, 6],
  [2, 7, 5, 2, 5],
];

describeBackends('subsample', () => {
  test.each(cases)(
    'keeps every second pixel and adds channels of zeros: [%i, %i, %i, %i] to %i channels',
    async (batch, height, width, channels, out) => {
      const halves: [number, number] = [Math.ceil(height / 2), Math.ceil(width / 2)];
      const maps = pattern('x', [batch, height, width, channels], 4);
      const dy = pattern('dy', [batch, ...halves, out], 2);
      const y = new Float32Array(dy.length);
      const dx = new Float32Array(maps.length);
      for (let n = 0; n < batch; n++)
        for (let row = 0; row < halves[0]; row++)
          for (let column = 0; column < halves[1]; column++)
            for (let channel = 0; channel < channels; channel++) {
              const there = ((n * height + 2 * row) * width + 2 * column) * channels + channel;
              const here = ((n * halves[0] + row) * halves[1] + column) * out + channel;
              y[here] = maps[there]!;
              dx[there] = dy[here]!;
            }
      const { value, grad } = tf.tidy(() =>
        tf.valueAndGrad((x) => subsample(x as tf.Tensor4D, out))(
          tf.tensor4d(maps, [batch, height, width, channels]),
          tf.tensor4d(dy, [batch, ...halves, out]),
        ),
      );
      expect(value.shape).toEqual([batch, ...halves, out]);
      expect(await value.data()).toEqual(y);
      expect(await grad.data()).toEqual(dx);
      tf.dispose([value, grad]);
    },
  );

  test('says what does not fit', () => {
    tf.tidy(() => {
      const x = tf.zeros<tf.Rank.R4>([1, 4, 4, 8]);
      expect(() => subsample(x, 4)).toThrow('subsample: expected x of at most 4 channels, got 8.');
    });
  });
});
