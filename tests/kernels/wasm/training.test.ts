import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, expect, test } from 'vitest';
import { updateRunningStatistics } from '../../../src/kernels/runningStatistics.ts';
import { sgdMomentumUpdate } from '../../../src/kernels/sgdMomentumUpdate.ts';
import { softmaxCrossEntropy } from '../../../src/kernels/softmaxCrossEntropy.ts';
import { createRng } from '../../../src/lib/rng.ts';
import { relativeError } from '../../reference/closeness.ts';
import { crossEntropy, numericalGradient } from '../../reference/naive.ts';
import { startWasm } from './startWasm.ts';

beforeAll(startWasm);

const rng = createRng(3, 'training');
const normal = (length: number, scale = 1) =>
  Float32Array.from({ length }, () => scale * rng.normal());

test.each([
  { batch: 6, classes: 10, scale: 1 },
  { batch: 1, classes: 2, scale: 3 },
  { batch: 3, classes: 5, scale: 300 }, // exponentials beyond float64
])('softmax cross-entropy follows the definition: %o', async ({ batch, classes, scale }) => {
  const logits = normal(batch * classes, scale);
  const labels = Int32Array.from({ length: batch }, () => rng.int(classes));
  const { value, grad } = tf.tidy(() =>
    tf.valueAndGrad((x) => softmaxCrossEntropy(x as tf.Tensor2D, tf.tensor1d(labels, 'int32')))(
      tf.tensor2d(logits, [batch, classes]),
    ),
  );
  expect(relativeError(await value.data(), [crossEntropy(logits, labels)])).toBeLessThan(1e-6);
  const numerical = numericalGradient((at) => crossEntropy(at, labels), logits);
  expect(relativeError(await grad.data(), numerical)).toBeLessThan(1e-5);
  tf.dispose([value, grad]);
});

test('a label that is no class is refused', () => {
  const before = tf.memory().numDataBuffers;
  tf.tidy(() => {
    const logits = tf.zeros<tf.Rank.R2>([2, 3]);
    expect(() => softmaxCrossEntropy(logits, tf.tensor1d([0, 3], 'int32'))).toThrow(
      'expected labels from 0 to 2, got 3',
    );
  });
  expect(tf.memory().numDataBuffers).toBe(before);
});

test('two SGD steps follow PyTorch’s rule, sizes with and without a rest', async () => {
  const settings = { learningRate: 0.1, momentum: 0.9, weightDecay: 0.01 };
  const sizes = [1, 3, 8, 21];
  const weights = sizes.map((size) => normal(size));
  const gradients = sizes.map((size) => normal(size));
  const before = tf.memory().numTensors;
  const variables = weights.map((values) => tf.tidy(() => tf.variable(tf.tensor1d(values))));
  const velocities = variables.map((w) => tf.tidy(() => tf.variable(tf.zerosLike(w))));
  const tensors = gradients.map((values) => tf.tensor1d(values));
  const unchanged = tf.clone(variables[3]!);
  for (let step = 0; step < 2; step++) sgdMomentumUpdate(variables, velocities, tensors, settings);

  for (const [i, w0] of weights.entries()) {
    const w = Float64Array.from(w0);
    const v = new Float64Array(w.length);
    for (let step = 0; step < 2; step++)
      w.forEach((value, k) => {
        v[k] = 0.9 * v[k]! + gradients[i]![k]! + 0.01 * value;
        w[k] = value - 0.1 * v[k];
      });
    expect(relativeError(await variables[i]!.data(), w)).toBeLessThan(1e-6);
    expect(relativeError(await velocities[i]!.data(), v)).toBeLessThan(1e-6);
  }
  expect(await unchanged.data(), 'a copy of a weight stays as it was').toEqual(weights[3]);
  tf.dispose([variables, velocities, tensors, unchanged]);
  expect(tf.memory().numTensors).toBe(before);
});

test('weights that were used by tfjs’s own products are not remembered after an update', async () => {
  const settings = { learningRate: 1, momentum: 0, weightDecay: 0 };
  const products = tf.tidy(() => {
    const x = tf.ones<tf.Rank.R2>([2, 2]);
    const weight = tf.variable(tf.ones([2, 2]));
    const velocity = tf.variable(tf.zeros([2, 2]));
    const first = tf.matMul(x, weight as tf.Tensor2D);
    sgdMomentumUpdate([weight], [velocity], [tf.ones([2, 2])], settings);
    const second = tf.matMul(x, weight as tf.Tensor2D);
    tf.dispose([weight, velocity]);
    return [first, second];
  });
  expect(Array.from(await products[0]!.data())).toEqual([2, 2, 2, 2]);
  expect(Array.from(await products[1]!.data())).toEqual([0, 0, 0, 0]);
  tf.dispose(products);
});

test('a clone keeps its values whatever happens in place', async () => {
  const before = tf.memory().numTensors;
  const tensors = tf.tidy(() => {
    const ones = () => tf.variable(tf.ones<tf.Rank.R1>([3]), false);
    const [weight, velocity, mean, variance] = [ones(), ones(), ones(), ones()];
    const clones = [weight, velocity, mean, variance].map((variable) => tf.clone(variable));
    const settings = { learningRate: 1, momentum: 0.5, weightDecay: 0 };
    for (let step = 0; step < 2; step++) {
      sgdMomentumUpdate([weight], [velocity], [tf.ones([3])], settings);
      const zeros = tf.zeros<tf.Rank.R1>([3]);
      updateRunningStatistics({ mean, variance }, zeros, zeros, { momentum: 0.5, count: 2 });
    }
    tf.dispose([weight, velocity, mean, variance]);
    return clones;
  });
  for (const clone of tensors) expect(Array.from(await clone.data())).toEqual([1, 1, 1]);
  tf.dispose(tensors);
  expect(tf.memory().numTensors).toBe(before);
});

test('running statistics move towards the batch’s', async () => {
  const before = tf.memory().numTensors;
  const running = tf.tidy(() => ({
    mean: tf.variable(tf.tensor1d([0, 1, 2])),
    variance: tf.variable(tf.tensor1d([1, 1, 1])),
  }));
  const [mean, variance] = [tf.tensor1d([1, 1, 1]), tf.tensor1d([2, 1, 0])];
  updateRunningStatistics(running, mean, variance, { momentum: 0.1, count: 5 });
  expect(relativeError(await running.mean.data(), [0.1, 1, 1.9])).toBeLessThan(1e-6);
  expect(relativeError(await running.variance.data(), [1.15, 1.025, 0.9])).toBeLessThan(1e-6);
  tf.dispose([running.mean, running.variance, mean, variance]);
  expect(tf.memory().numTensors).toBe(before);
});
