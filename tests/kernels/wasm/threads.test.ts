import * as tf from '@tensorflow/tfjs-core';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { batchNormTraining } from '../../../src/kernels/batchNormTraining/batchNormTraining.ts';
import { sgdMomentumUpdate } from '../../../src/kernels/sgdMomentumUpdate/sgdMomentumUpdate.ts';
import kernelsUrl from '../../../src/kernels/wasm/kernels.wasm?url';
import { fetchKernels } from '../../../src/kernels/wasm/module.ts';
import { shareMemory } from '../../../src/kernels/wasm/threads/shareMemory.ts';
import { startThreads, type ThreadPool } from '../../../src/kernels/wasm/threads/startThreads.ts';
import { pattern } from '../../reference/pattern.ts';
import { startWasm } from './startWasm.ts';

type Maps = [number, number, number, number];
type Case = [maps: Maps, filter: Maps, stride: number, pad: 'same' | 'valid'];

const convolutions: Case[] = [
  // Winograd's algorithm, split by pictures and by rows; tiles that the maps do not fill.
  [[33, 8, 8, 8], [3, 3, 8, 16], 1, 'same'],
  [[1, 30, 29, 16], [3, 3, 16, 12], 1, 'valid'],
  [[2, 17, 9, 64], [3, 3, 64, 64], 1, 'same'],
  // More sums for the filter gradient than are kept at a time.
  [[61, 8, 8, 64], [3, 3, 64, 64], 1, 'same'],
  // The plain sum, by pictures and by rows; strides, and channels that fill no panel.
  [[10, 9, 9, 3], [3, 3, 3, 17], 1, 'same'],
  [[7, 16, 16, 16], [3, 3, 16, 32], 2, 'same'],
  [[1, 31, 40, 5], [7, 7, 5, 20], 2, 'same'],
  [[3, 12, 12, 24], [1, 1, 24, 30], 1, 'valid'],
];
const feature: Maps[] = [
  [33, 16, 16, 8],
  [5, 31, 29, 6],
  [2, 40, 40, 17],
  [1, 3, 3, 1],
];

/** The bits of whatever the kernels that know threads compute. */
function computeAll(): number[][] {
  const results: tf.Tensor[] = [];
  for (const [maps, filterShape, stride, pad] of convolutions) {
    const run = (x: tf.Tensor, filter: tf.Tensor) =>
      tf.conv2d(x as tf.Tensor4D, filter as tf.Tensor4D, stride, pad);
    const x = tf.tensor4d(pattern('x', maps, 4), maps);
    const filter = tf.tensor4d(pattern('filter', filterShape, 2), filterShape);
    const y = run(x, filter);
    const dy = tf.tensor(pattern('dy', y.shape, 2), y.shape);
    results.push(y, ...tf.grads(run)([x, filter], dy));
  }
  for (const maps of feature) {
    const [x, dy, addend] = ['x', 'dy', 'addend'].map((name) =>
      tf.tensor4d(pattern(name, maps, 3), maps),
    ) as [tf.Tensor4D, tf.Tensor4D, tf.Tensor4D];
    const scale = tf.tensor1d(pattern('scale', [maps[3]], 1, 2));
    results.push(tf.add(x, addend));
    for (const more of [{}, { relu: true, addend }]) {
      const run = (one: tf.Tensor, by: tf.Tensor) =>
        batchNormTraining(one as tf.Tensor4D, by as tf.Tensor1D, scale, { epsilon: 1e-5, ...more });
      const { y, mean, variance } = run(x, scale);
      results.push(y, mean, variance);
      results.push(
        ...tf.grads((...both) => run(...(both as [tf.Tensor, tf.Tensor])).y)([x, scale], dy),
      );
    }
  }
  const [weights, velocities, gradients] = ['w', 'v', 'g'].map((name) =>
    [[70, 3], [1], [128, 128]].map((shape) => tf.variable(tf.tensor(pattern(name, shape), shape))),
  ) as [tf.Variable[], tf.Variable[], tf.Variable[]];
  const settings = { learningRate: 0.1, momentum: 0.9, weightDecay: 1e-4 };
  sgdMomentumUpdate(weights, velocities, gradients, settings);
  const bits = [...results, ...weights, ...velocities].map((one) =>
    Array.from(new Uint32Array(one.dataSync<'float32'>().slice().buffer)),
  );
  tf.dispose([weights, velocities, gradients]);
  return bits;
}

test('several threads compute the same bits as one', async () => {
  const computed: number[][][] = [];
  for (const threads of [1, 2, 3]) {
    await startWasm(threads);
    computed.push(tf.tidy(computeAll));
  }
  const [one, ...others] = computed;
  expect(one!.flat().length).toBeGreaterThan(100_000);
  for (const other of others) {
    const wrong = one!.findIndex((bits, i) => bits.some((bit, k) => bit !== other[i]![k]));
    expect(wrong, 'the first result that differs').toBe(-1);
  }
});

describe('the threads', () => {
  let kernels: WebAssembly.Module;
  let pool: ThreadPool | undefined;
  const memory = new WebAssembly.Memory({ initial: 1, maximum: 2, shared: true });
  const { warn } = console;

  beforeAll(async () => {
    kernels = await WebAssembly.compile(shareMemory(await fetchKernels(kernelsUrl)));
    console.warn = vi.fn();
    pool = await startThreads(kernels, memory, 3);
  });
  afterAll(() => {
    console.warn = warn;
    pool?.end();
  });

  test('share jobs of many parts, again and again', () => {
    const floats = new Float32Array(memory.buffer);
    const parts = Array.from({ length: 100 }, (_, i) => {
      const at = 4 * i;
      // Weight, velocity and gradient are one: each part doubles its own number, less a tenth.
      return [at, at, at, at, at + 1024, 1, -0.9, 0, 0];
    });
    floats.fill(1, 0, 100);
    for (let time = 0; time < 50; time++) pool!.run('sgdMomentumUpdate', parts, Array(9).fill(0));
    const expected = Array.from({ length: 50 }).reduce(
      (value: number) => Math.fround(value * 1.9),
      1,
    );
    expect(floats[0]! / expected).toBeCloseTo(1, 4);
    expect(new Set(floats.subarray(0, 100)).size).toBe(1);
  });

  test('say when a part fails, and go on', () => {
    const beyond = [2 ** 30, 0, 0, 0, 0, 1, 0, 0, 0];
    const within = [0, 0, 0, 0, 0, 1, 0, 0, 0];
    const steps = Array<number>(9).fill(0);
    expect(() => pool!.run('sgdMomentumUpdate', [within, beyond], steps)).toThrow(
      'sgdMomentumUpdate failed on several threads.',
    );
    expect(() => pool!.run('sgdMomentumUpdate', [within, within], steps)).not.toThrow();
  });

  test.each([
    ['there are no workers here', () => fail(new Error('No workers.'))],
    ['its script is not there', () => new Worker(forgottenUrl(), { type: 'module' })],
    [
      'it stops at its start',
      () => new Worker('data:text/javascript,throw new Error("no")', { type: 'module' }),
    ],
  ])('one that does not start leaves one thread: %s', async (_, createWorker) => {
    expect(await startThreads(kernels, memory, 2, { createWorker })).toBeUndefined();
    expect(console.warn).toHaveBeenCalled();
  });
});

test('memory that is shared is all that differs in a module', async () => {
  const bytes = await fetchKernels(kernelsUrl);
  const [before, after] = [bytes, shareMemory(bytes)].map((one) => new WebAssembly.Module(one));
  expect(WebAssembly.Module.exports(after!)).toEqual(WebAssembly.Module.exports(before!));
  const shared = new WebAssembly.Memory({ initial: 1, maximum: 2, shared: true });
  const own = new WebAssembly.Memory({ initial: 1 });
  expect(() => new WebAssembly.Instance(after!, { env: { memory: shared } })).not.toThrow();
  expect(() => new WebAssembly.Instance(after!, { env: { memory: own } })).toThrow(
    WebAssembly.LinkError,
  );
  // A module without a memory.
  const empty = Uint8Array.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0);
  expect(shareMemory(empty)).toEqual(empty);
});

function forgottenUrl(): string {
  const url = URL.createObjectURL(new Blob([]));
  URL.revokeObjectURL(url);
  return url;
}

function fail(error: Error): never {
  throw error;
}
