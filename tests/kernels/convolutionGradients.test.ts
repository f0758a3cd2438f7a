import * as tf from '@tensorflow/tfjs-core';
import { expect, test } from 'vitest';
import { describeBackends } from '../reference/backends.ts';
import { expectClose } from '../reference/closeness.ts';
import { pattern } from '../reference/pattern.ts';
import { convOracle } from './wasm/convOracle.ts';

/** Kernel, stride and padding of every convolution in a ResNet, at sizes that do and don't divide. */
const cases: {
  size: [number, number];
  kernel: number;
  stride: number;
  padding: number;
}[] = [
  { size: [6, 6], kernel: 3, stride: 1, padding: 1 },
  { size: [7, 5], kernel: 3, stride: 2, padding: 1 },
  { size: [8, 8], kernel: 3, stride: 2, padding: 1 },
  { size: [3, 3], kernel: 3, stride: 2, padding: 1 },
  { size: [4, 5], kernel: 1, stride: 1, padding: 0 },
  { size: [7, 7], kernel: 1, stride: 2, padding: 0 },
  { size: [8, 6], kernel: 1, stride: 2, padding: 0 },
  { size: [9, 11], kernel: 7, stride: 2, padding: 3 },
  { size: [12, 12], kernel: 7, stride: 2, padding: 3 },
  { size: [7, 8], kernel: 7, stride: 1, padding: 3 },
  { size: [7, 7], kernel: 3, stride: 2, padding: 0 },
  { size: [9, 8], kernel: 2, stride: 3, padding: 0 },
];

describeBackends('gradients of conv2d', () => {
  test.each(cases)('%o', async ({ size: [height, width], kernel, stride, padding }) => {
    for (const [batch, inputs, outputs] of [
      [2, 3, 4],
      [1, 1, 1],
    ] as const) {
      const shape: [number, number, number, number] = [batch, height, width, inputs];
      const filterShape: [number, number, number, number] = [kernel, kernel, inputs, outputs];
      const x = pattern('x', shape, 4);
      const filter = pattern('filter', filterShape, 2);
      const dy = pattern('dy', [batch * height * width * outputs], 2);
      const expected = convOracle(
        {
          ...{ batch, height, width, inputs, outputs, rows: kernel, columns: kernel },
          ...{ stride: [stride, stride], pad: [padding, padding, padding, padding] },
        },
        x,
        filter,
        (i) => dy[i]!,
      );
      const count = expected.y.length;
      const [y, dx, dFilter] = tf.tidy(() => {
        const convolve = (...[x, filter]: tf.Tensor[]) =>
          tf.conv2d(x as tf.Tensor4D, filter as tf.Tensor4D, stride, padding);
        const { value, grads } = tf.valueAndGrads(convolve)(
          [tf.tensor4d(x, shape), tf.tensor4d(filter, filterShape)],
          tf.tensor4d(dy.subarray(0, count), expected.outShape),
        );
        return [value, ...grads];
      }) as [tf.Tensor, tf.Tensor, tf.Tensor];
      expect(y.shape).toEqual(expected.outShape);
      expectClose(await y.data(), expected.y, 'forward', 'y');
      expectClose(await dx.data(), expected.dx, 'gradient', 'dx');
      expectClose(await dFilter.data(), expected.dFilter, 'gradient', 'dFilter');
      tf.dispose([y, dx, dFilter]);
    }
  });
});
