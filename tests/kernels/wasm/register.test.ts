import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, expect, test } from 'vitest';
import { asWasmBackend } from '../../../src/kernels/wasm/heap.ts';
import kernelsUrl from '../../../src/kernels/wasm/kernels.wasm?url';
import { registerWasmKernels } from '../../../src/kernels/wasm/register.ts';
import { startWasm } from './startWasm.ts';

beforeAll(() => startWasm());

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
