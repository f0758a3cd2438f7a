import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, expect, test } from 'vitest';
import { asWasmBackend } from '../../../src/kernels/wasm/heap.ts';
import kernelsUrl from '../../../src/kernels/wasm/kernels.wasm?url';
import { registerWasmKernels } from '../../../src/kernels/wasm/register.ts';
import { startWasm } from './startWasm.ts';

beforeAll(startWasm);

const zeros = (...shape: [number, number, number, number]) => tf.zeros<tf.Rank.R4>(shape);
const attrs = { strides: 1, pad: 'same', dataFormat: 'NHWC' };
const run = (kernel: string, inputs: tf.NamedTensorMap, more: tf.NamedAttrMap) =>
  tf.tidy(() => tf.engine().runKernel(kernel, inputs, { ...attrs, ...more }));

test('no kernels for another backend, or one that hides its memory', async () => {
  await tf.setBackend('cpu');
  expect(await registerWasmKernels(kernelsUrl)).toBe(false);
  await tf.setBackend('wasm');
  const { dataIdMap, makeOutput } = asWasmBackend(tf.backend())!;
  expect(asWasmBackend({ wasm: {}, dataIdMap, makeOutput })).toBe(null);
});

test('no kernels where the module does not compile, as without SIMD', async () => {
  expect(await registerWasmKernels(new Uint8Array([0, 97, 115, 109, 9]))).toBe(false);
});

test('registering twice does no harm', async () => {
  expect(await registerWasmKernels(kernelsUrl)).toBe(true);
  const y = tf.tidy(() =>
    tf.conv2d(tf.ones<tf.Rank.R4>([1, 4, 4, 8]), tf.ones<tf.Rank.R4>([3, 3, 8, 8]), 1, 'valid'),
  );
  expect(Array.from(await y.data())).toEqual(Array(32).fill(72));
  y.dispose();
});

test('what ours do not compute goes to tfjs’s own', async () => {
  const [dilated, expected] = tf.tidy(() => {
    const x = tf.reshape(tf.range(0, 50), [1, 5, 5, 2]) as tf.Tensor4D;
    const filter = tf.ones<tf.Rank.R4>([2, 2, 2, 1]);
    const spread = tf.tensor4d(
      [1, 1, 0, 0, 1, 1, 0, 0, 0, 0, 0, 0, 1, 1, 0, 0, 1, 1],
      [3, 3, 2, 1],
    );
    return [tf.conv2d(x, filter, 1, 'valid', 'NHWC', 2), tf.conv2d(x, spread, 1, 'valid')] as const;
  });
  expect(await dilated.data()).toEqual(await expected.data());
  tf.dispose([dilated, expected]);
});

test('says what does not fit', () => {
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
    expect(() => run('Conv2DBackpropInput', { dy, filter }, { inputShape: [2, 5, 5, 4] })).toThrow(
      'Conv2DBackpropInput: a convolution of [2,5,5,4] by [3,3,4,8] has outputs',
    );
  });
});

test('memory stays flat', () => {
  const step = () =>
    tf.tidy(() => {
      for (const [inputs, stride] of [
        [8, 1],
        [5, 2],
      ] as const) {
        const x = tf.ones<tf.Rank.R4>([4, 16, 16, inputs]);
        const filter = tf.ones<tf.Rank.R4>([3, 3, inputs, 16]);
        const y = tf.conv2d(x, filter, stride, 'same');
        run('Conv2DBackpropInput', { dy: y, filter }, { strides: stride, inputShape: x.shape });
        run('Conv2DBackpropFilter', { x, dy: y }, { strides: stride, filterShape: filter.shape });
      }
    });
  for (let i = 0; i < 20; i++) step();
  const heap = () => asWasmBackend(tf.backend())!.wasm.asm.memory.buffer.byteLength;
  const before = { bytes: heap(), ...tf.memory() };
  for (let i = 0; i < 500; i++) step();
  expect(tf.memory().numTensors).toBe(before.numTensors);
  expect(tf.memory().numDataBuffers).toBe(before.numDataBuffers);
  expect(heap()).toBe(before.bytes);
});
