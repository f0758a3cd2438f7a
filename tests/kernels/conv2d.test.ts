import * as tf from '@tensorflow/tfjs-core';
import { expect, test } from 'vitest';
import { conv2dGradient } from '../../src/kernels/conv2d/gradient.ts';
import { describeBackends } from '../reference/backends.ts';
import { convOracle, type ConvResult } from '../reference/convOracle.ts';
import { pattern } from '../reference/pattern.ts';
import { expectCloseOn, hasOwnKernels } from './onBackend.ts';

// The convolution and its two gradients, Conv2DBackpropInput and Conv2DBackpropFilter, which the oracle
// computes in the same loops.

type Maps = [batch: number, height: number, width: number, inputs: number];
type Pad = 'same' | 'valid' | number | tf.backend_util.ExplicitPadding;
interface Case {
  maps: Maps;
  outputs: number;
  /** Rows and columns. */
  kernel: [number, number];
  stride: number;
  pad: Pad;
}

/** Kernel, stride and padding of every convolution in a ResNet, at sizes that do and don't divide. */
const layers: { size: [number, number]; kernel: number; stride: number; pad: number }[] = [
  { size: [6, 6], kernel: 3, stride: 1, pad: 1 },
  { size: [7, 5], kernel: 3, stride: 2, pad: 1 },
  { size: [8, 8], kernel: 3, stride: 2, pad: 1 },
  { size: [3, 3], kernel: 3, stride: 2, pad: 1 },
  { size: [4, 5], kernel: 1, stride: 1, pad: 0 },
  { size: [7, 7], kernel: 1, stride: 2, pad: 0 },
  { size: [8, 6], kernel: 1, stride: 2, pad: 0 },
  { size: [9, 11], kernel: 7, stride: 2, pad: 3 },
  { size: [12, 12], kernel: 7, stride: 2, pad: 3 },
  { size: [7, 8], kernel: 7, stride: 1, pad: 3 },
  { size: [7, 7], kernel: 3, stride: 2, pad: 0 },
  { size: [9, 8], kernel: 2, stride: 3, pad: 0 },
];
/** Batch and channels: what a vector of four holds whole, in part, and not at all. */
const channels: [batch: number, inputs: number, outputs: number][] = [
  [2, 3, 4],
  [1, 1, 1],
  [2, 4, 8],
  [1, 8, 3],
];
const explicit = (rows: [number, number], columns: [number, number]): Pad => [
  [0, 0],
  rows,
  columns,
  [0, 0],
];
const cases: Case[] = [
  ...layers.flatMap(({ size, kernel, stride, pad }) =>
    channels.map(([batch, inputs, outputs]): Case => ({
      maps: [batch, ...size, inputs],
      ...{ outputs, kernel: [kernel, kernel], stride, pad },
    })),
  ),
  // the networks of the chapter
  { maps: [3, 16, 16, 3], outputs: 8, kernel: [3, 3], stride: 1, pad: 'same' },
  { maps: [7, 16, 16, 8], outputs: 8, kernel: [3, 3], stride: 1, pad: 1 },
  { maps: [2, 16, 16, 8], outputs: 16, kernel: [3, 3], stride: 2, pad: 1 },
  { maps: [2, 16, 16, 8], outputs: 16, kernel: [1, 1], stride: 2, pad: 'valid' },
  { maps: [9, 4, 4, 32], outputs: 32, kernel: [3, 3], stride: 1, pad: 'same' },
  { maps: [1, 32, 32, 16], outputs: 16, kernel: [3, 3], stride: 1, pad: 'same' },
  { maps: [2, 32, 32, 16], outputs: 32, kernel: [3, 3], stride: 2, pad: 'same' },
  { maps: [2, 8, 8, 64], outputs: 64, kernel: [3, 3], stride: 1, pad: 'same' },
  { maps: [1, 33, 31, 3], outputs: 64, kernel: [7, 7], stride: 2, pad: 3 },
  // odd ones
  { maps: [1, 1, 1, 1], outputs: 1, kernel: [1, 1], stride: 1, pad: 'valid' },
  { maps: [1, 3, 3, 1], outputs: 1, kernel: [3, 3], stride: 1, pad: 'same' },
  { maps: [1, 3, 3, 3], outputs: 5, kernel: [3, 3], stride: 1, pad: 'same' },
  { maps: [2, 3, 3, 1], outputs: 7, kernel: [3, 3], stride: 2, pad: 'same' },
  { maps: [1, 5, 7, 3], outputs: 6, kernel: [3, 3], stride: 2, pad: 1 },
  { maps: [3, 7, 5, 5], outputs: 9, kernel: [3, 3], stride: 2, pad: 'same' },
  { maps: [2, 9, 9, 7], outputs: 11, kernel: [3, 3], stride: 3, pad: 'valid' },
  { maps: [2, 6, 5, 2], outputs: 12, kernel: [1, 1], stride: 1, pad: 'valid' },
  { maps: [2, 5, 5, 4], outputs: 4, kernel: [1, 1], stride: 2, pad: 'same' },
  { maps: [1, 10, 9, 2], outputs: 3, kernel: [2, 4], stride: 1, pad: 'same' },
  { maps: [1, 9, 10, 3], outputs: 10, kernel: [5, 3], stride: 2, pad: explicit([0, 3], [2, 1]) },
  { maps: [1, 4, 4, 2], outputs: 3, kernel: [3, 3], stride: 5, pad: 'same' },
  { maps: [2, 4, 4, 3], outputs: 2, kernel: [4, 4], stride: 1, pad: 'valid' },
  { maps: [1, 40, 70, 13], outputs: 17, kernel: [3, 3], stride: 1, pad: 'same' },
  { maps: [33, 2, 2, 1], outputs: 1, kernel: [2, 2], stride: 2, pad: 'same' },
  { maps: [2, 9, 11, 8], outputs: 8, kernel: [5, 5], stride: 2, pad: 'same' },
  // a filter so large that the forward pass on wasm is left to TensorFlow.js
  { maps: [1, 2, 2, 400], outputs: 400, kernel: [3, 3], stride: 1, pad: 'same' },
  // odd ones that Winograd's algorithm takes on wasm
  { maps: [1, 3, 3, 8], outputs: 4, kernel: [3, 3], stride: 1, pad: 'valid' },
  { maps: [2, 5, 7, 12], outputs: 20, kernel: [3, 3], stride: 1, pad: 'same' },
  { maps: [3, 7, 7, 16], outputs: 12, kernel: [3, 3], stride: 1, pad: 'valid' },
  { maps: [1, 1, 1, 8], outputs: 8, kernel: [3, 3], stride: 1, pad: 'same' },
  { maps: [2, 6, 5, 8], outputs: 28, kernel: [3, 3], stride: 1, pad: explicit([2, 0], [0, 2]) },
  { maps: [1, 6, 5, 36], outputs: 8, kernel: [3, 3], stride: 1, pad: explicit([4, 3], [3, 4]) },
  { maps: [1, 70, 3, 64], outputs: 8, kernel: [3, 3], stride: 1, pad: 'same' },
  { maps: [1, 3, 300, 8], outputs: 12, kernel: [3, 3], stride: 1, pad: 'same' },
  { maps: [5, 2, 2, 128], outputs: 40, kernel: [3, 3], stride: 1, pad: 1 },
];
/** Batches that WebGL computes several pictures of at once, and one that it can't split. */
const large: Case[] = [
  [16, 8, 16] as const,
  [4, 16, 16] as const,
  [16, 3, 16] as const,
  [5, 4, 4] as const,
].flatMap(([batch, inputs, outputs]) =>
  [1, 2].map((stride): Case => ({
    maps: [batch, 32, 32, inputs],
    ...{ outputs, kernel: [3, 3], stride, pad: 1 },
  })),
);

const expected = new Map<Case, ConvResult>();

/** What a case computes with, and what comes of it by naive loops, once for all backends. */
function prepare(one: Case) {
  const { maps, outputs, kernel, stride, pad } = one;
  const [batch, height, width, inputs] = maps;
  const filterShape: Maps = [...kernel, inputs, outputs];
  const info = tf.backend_util.computeConv2DInfo(maps, filterShape, stride, 1, pad);
  const { top, bottom, left, right } = info.padInfo;
  const x = pattern('x', maps, 4);
  const filter = pattern('filter', filterShape, 2);
  const dy = pattern('dy', info.outShape, 2);
  let oracle = expected.get(one);
  if (!oracle) {
    const sizes = { batch, height, width, inputs, outputs, rows: kernel[0], columns: kernel[1] };
    oracle = convOracle(
      { ...sizes, stride: [stride, stride], pad: [top, bottom, left, right] },
      x,
      filter,
      (i) => dy[i]!,
    );
    expected.set(one, oracle);
  }
  return { x, filter, dy, filterShape, info, oracle };
}

describeBackends('conv2d and its gradients', (backend) => {
  const expectClose = expectCloseOn(backend);

  // The large ones take plain JavaScript seconds, and tell nothing about it.
  const all = backend === 'cpu' ? cases : [...cases, ...large];
  // TensorFlow.js's own convolution on wasm leaves zeros where the padding would be negative.
  const right = backend === 'wasm, composed' ? all.filter(({ stride }) => stride < 5) : all;
  test.each(right)('$maps to $outputs by $kernel, stride $stride, pad $pad', async (one) => {
    const { x, filter, dy, filterShape, info, oracle } = prepare(one);
    const [y, dx, dFilter] = tf.tidy(() => {
      const convolve = (...[x, filter]: tf.Tensor[]) =>
        tf.conv2d(x as tf.Tensor4D, filter as tf.Tensor4D, one.stride, one.pad);
      const { value, grads } = tf.valueAndGrads(convolve)(
        [tf.tensor4d(x, one.maps), tf.tensor4d(filter, filterShape)],
        tf.tensor4d(dy, info.outShape),
      );
      return [value, ...grads];
    }) as [tf.Tensor, tf.Tensor, tf.Tensor];
    expect(y.shape).toEqual(oracle.outShape);
    expectClose(await y.data(), oracle.y, 'forward', 'y');
    expectClose(await dx.data(), oracle.dx, 'gradient', 'dx');
    expectClose(await dFilter.data(), oracle.dFilter, 'gradient', 'dFilter');
    tf.dispose([y, dx, dFilter]);
  });

  test('what ours do not compute goes to TensorFlow.js’s own', async () => {
    const [dilated, expected] = tf.tidy(() => {
      const x = tf.reshape(tf.range(0, 50), [1, 5, 5, 2]) as tf.Tensor4D;
      const filter = tf.ones<tf.Rank.R4>([2, 2, 2, 1]);
      const spread = tf.tensor4d(
        [1, 1, 0, 0, 1, 1, 0, 0, 0, 0, 0, 0, 1, 1, 0, 0, 1, 1],
        [3, 3, 2, 1],
      );
      return [
        tf.conv2d(x, filter, 1, 'valid', 'NHWC', 2),
        tf.conv2d(x, spread, 1, 'valid'),
      ] as const;
    });
    expect(await dilated.data()).toEqual(await expected.data());
    tf.dispose([dilated, expected]);
  });

  test('a gradient says that it knows no dilation', () => {
    tf.tidy(() => {
      const x = tf.zeros<tf.Rank.R4>([1, 5, 5, 2]);
      const filter = tf.zeros<tf.Rank.R4>([2, 2, 2, 1]);
      // Called here: an error inside tf.grad leaves what it has saved behind.
      expect(() => conv2dGradient.gradFunc(x, [x, filter], { dilations: 2 })).toThrow(
        'conv2d: expected dilation 1 for a gradient, got 2',
      );
    });
  });

  // TensorFlow.js's own kernels say it in other words, or not at all.
  test.runIf(hasOwnKernels(backend))('says what does not fit', () => {
    const zeros = (...shape: Maps) => tf.zeros<tf.Rank.R4>(shape);
    const attrs = { strides: 1, pad: 'same', dataFormat: 'NHWC' };
    const run = (kernel: string, inputs: tf.NamedTensorMap, more: tf.NamedAttrMap) =>
      tf.engine().runKernel(kernel, inputs, { ...attrs, ...more });
    tf.tidy(() => {
      const x = zeros(2, 5, 5, 3);
      const filter = zeros(3, 3, 4, 8);
      const dy = zeros(2, 4, 5, 8);
      expect(() => run('Conv2D', { x, filter }, { dilations: 1 })).toThrow(
        'Conv2D: expected an input [batch, height, width, inputs] and a filter [rows, columns, inputs, outputs] of the same inputs, got [2,5,5,3] and [3,3,4,8].',
      );
      expect(() => run('Conv2DBackpropFilter', { x, dy }, { filterShape: [3, 3, 3, 8] })).toThrow(
        'Conv2DBackpropFilter: a convolution of [2,5,5,3] by [3,3,3,8] has outputs [2,5,5,8], but dy is [2,4,5,8].',
      );
      expect(() =>
        run('Conv2DBackpropInput', { dy, filter }, { inputShape: [2, 5, 5, 4] }),
      ).toThrow('Conv2DBackpropInput: a convolution of [2,5,5,4] by [3,3,4,8] has outputs');
    });
  });
});
