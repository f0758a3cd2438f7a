import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { createRng } from '../../../src/lib/rng.ts';
import { convOracle, type ConvCase } from './convOracle.ts';
import { startWasm } from './startWasm.ts';

beforeAll(startWasm);

type Pad = 'same' | 'valid' | number | [[0, 0], [number, number], [number, number], [0, 0]];

/** [batch, height, width, inputs, outputs, rows, columns, stride, pad] */
const cases: [number, number, number, number, number, number, number, number, Pad][] = [
  // the networks of the chapter
  [3, 16, 16, 3, 8, 3, 3, 1, 'same'],
  [7, 16, 16, 8, 8, 3, 3, 1, 1],
  [2, 16, 16, 8, 16, 3, 3, 2, 1],
  [2, 16, 16, 8, 16, 1, 1, 2, 'valid'],
  [9, 4, 4, 32, 32, 3, 3, 1, 'same'],
  [1, 32, 32, 16, 16, 3, 3, 1, 'same'],
  [2, 32, 32, 16, 32, 3, 3, 2, 'same'],
  [2, 8, 8, 64, 64, 3, 3, 1, 'same'],
  [1, 33, 31, 3, 64, 7, 7, 2, 3],
  // odd ones
  [1, 1, 1, 1, 1, 1, 1, 1, 'valid'],
  [1, 3, 3, 1, 1, 3, 3, 1, 'same'],
  [1, 3, 3, 3, 5, 3, 3, 1, 'same'],
  [2, 3, 3, 1, 7, 3, 3, 2, 'same'],
  [1, 5, 7, 3, 6, 3, 3, 2, 1],
  [3, 7, 5, 5, 9, 3, 3, 2, 'same'],
  [2, 9, 9, 7, 11, 3, 3, 3, 'valid'],
  [2, 6, 5, 2, 12, 1, 1, 1, 'valid'],
  [2, 5, 5, 4, 4, 1, 1, 2, 'same'],
  [1, 10, 9, 2, 3, 2, 4, 1, 'same'],
  [
    1,
    9,
    10,
    3,
    10,
    5,
    3,
    2,
    [
      [0, 0],
      [0, 3],
      [2, 1],
      [0, 0],
    ],
  ],
  [1, 4, 4, 2, 3, 3, 3, 5, 'same'],
  [2, 4, 4, 3, 2, 4, 4, 1, 'valid'],
  [1, 40, 70, 13, 17, 3, 3, 1, 'same'],
  [33, 2, 2, 1, 1, 2, 2, 2, 'same'],
  [2, 9, 11, 8, 8, 5, 5, 2, 'same'],
  // a filter so large that the forward pass is left to tfjs
  [1, 2, 2, 400, 400, 3, 3, 1, 'same'],
  // odd ones that Winograd's algorithm takes
  [1, 3, 3, 8, 4, 3, 3, 1, 'valid'],
  [2, 5, 7, 12, 20, 3, 3, 1, 'same'],
  [3, 7, 7, 16, 12, 3, 3, 1, 'valid'],
  [1, 1, 1, 8, 8, 3, 3, 1, 'same'],
  [
    2,
    6,
    5,
    8,
    28,
    3,
    3,
    1,
    [
      [0, 0],
      [2, 0],
      [0, 2],
      [0, 0],
    ],
  ],
  [
    1,
    6,
    5,
    36,
    8,
    3,
    3,
    1,
    [
      [0, 0],
      [4, 3],
      [3, 4],
      [0, 0],
    ],
  ],
  [1, 70, 3, 64, 8, 3, 3, 1, 'same'],
  [1, 3, 300, 8, 12, 3, 3, 1, 'same'],
  [5, 2, 2, 128, 40, 3, 3, 1, 1],
];

const rng = createRng(1, 'convolutions');
const normal = (length: number) => Float32Array.from({ length }, () => rng.normal());

describe.each(cases)(
  '[%i, %i, %i, %i] → %i by %i×%i, stride %i, pad %j',
  (batch, height, width, inputs, outputs, rows, columns, stride, pad) => {
    const x = normal(batch * height * width * inputs);
    const filter = normal(rows * columns * inputs * outputs);
    const info = tf.backend_util.computeConv2DInfo(
      [batch, height, width, inputs],
      [rows, columns, inputs, outputs],
      stride,
      1,
      pad,
    );
    const { top, bottom, left, right } = info.padInfo;
    const dy = normal(info.outShape.reduce((a, b) => a * b));
    const sizes = { batch, height, width, inputs, outputs, rows, columns };
    const shape: ConvCase = {
      ...sizes,
      stride: [stride, stride],
      pad: [top, bottom, left, right],
    };
    const oracle = convOracle(shape, x, filter, (i) => dy[i]!);

    test('output', async () => {
      const y = await run(() => tf.conv2d(tensors().x, tensors().filter, stride, pad));
      expect(oracle.outShape).toEqual(info.outShape);
      expectClose(y, oracle.y);
    });

    test('input gradient', async () => {
      const { inShape } = info;
      expectClose(await run(() => backpropInput(inShape)), oracle.dx);
    });

    test('filter gradient', async () => {
      const { filterShape } = info;
      expectClose(await run(() => backpropFilter(filterShape)), oracle.dFilter);
    });

    test('the same on tfjs’s cpu backend', async () => {
      const ours = await all();
      await tf.setBackend('cpu');
      const cpus = await all();
      await tf.setBackend('wasm');
      ours.forEach((values, i) => expectClose(values, cpus[i]!));
    });

    const tensors = () => ({
      x: tf.tensor4d(x, info.inShape),
      filter: tf.tensor4d(filter, info.filterShape as [number, number, number, number]),
      dy: tf.tensor4d(dy, info.outShape),
    });
    const attrs = { strides: stride, pad, dataFormat: 'NHWC' };
    const backpropInput = (inputShape: number[]) =>
      tf
        .engine()
        .runKernel(
          'Conv2DBackpropInput',
          { dy: tensors().dy, filter: tensors().filter },
          { ...attrs, inputShape },
        );
    const backpropFilter = (filterShape: number[]) =>
      tf
        .engine()
        .runKernel(
          'Conv2DBackpropFilter',
          { x: tensors().x, dy: tensors().dy },
          { ...attrs, filterShape },
        );
    const all = () =>
      Promise.all([
        run(() => tf.conv2d(tensors().x, tensors().filter, stride, pad)),
        run(() => backpropInput(info.inShape)),
        run(() => backpropFilter(info.filterShape)),
      ]);
  },
);

/** Values of the one tensor that `compute` makes. */
async function run(compute: () => unknown): Promise<Float32Array> {
  const result = tf.tidy(compute as () => tf.Tensor);
  const values = await result.data<'float32'>();
  result.dispose();
  return values;
}

/** Float32 sums of up to a few thousand products: close relative to the largest value. */
function expectClose(actual: Float32Array, expected: ArrayLike<number>): void {
  expect(actual.length).toBe(expected.length);
  let scale = 1e-30;
  let worst = 0;
  for (let i = 0; i < actual.length; i++) {
    scale = Math.max(scale, Math.abs(expected[i]!));
    const error = Math.abs(actual[i]! - expected[i]!);
    worst = Number.isNaN(error) ? Infinity : Math.max(worst, error);
  }
  expect(worst / scale).toBeLessThan(1e-5);
}
