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
/** Batch and channels: what a vector of four holds whole, in part, and not at all. */
const batches: [batch: number, inputs: number, outputs: number][] = [
  [2, 3, 4],
  [1, 1, 1],
  [2, 4, 8],
  [1, 8, 3],
];

/** Batches that WebGL computes several pictures of at once, and one that it can't split. */
const large: [batch: number, inputs: number, outputs: number][] = [
  [16, 8, 16],
  [4, 16, 16],
  [16, 3, 16],
  [5, 4, 4],
];

describeBackends('gradients of conv2d', (backend) => {
  test.each(cases)('%o', async ({ size, kernel, stride, padding }) => {
    for (const [batch, inputs, outputs] of batches)
      await compare([batch, ...size, inputs], outputs, { kernel, stride, padding });
  });

  test.runIf(backend === 'webgl').each(large)(
    'a batch of %i, %i to %i channels',
    async (batch, inputs, outputs) => {
      for (const stride of [1, 2]) {
        const options = { kernel: 3, stride, padding: 1 };
        await compare([batch, 32, 32, inputs], outputs, options);
      }
    },
  );
});

/** A convolution and its gradients against naive loops. */
async function compare(
  shape: [batch: number, height: number, width: number, inputs: number],
  outputs: number,
  { kernel, stride, padding }: { kernel: number; stride: number; padding: number },
): Promise<void> {
  const [batch, height, width, inputs] = shape;
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
