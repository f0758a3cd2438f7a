import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, expect, test } from 'vitest';
import { batchNormTraining } from '../../../src/kernels/batchNormTraining.ts';
import { createRng } from '../../../src/lib/rng.ts';
import { relativeError } from '../../reference/closeness.ts';
import { batchNorm, dot, numericalGradient } from '../../reference/naive.ts';
import { startWasm } from './startWasm.ts';

beforeAll(startWasm);

type Shape = [number, number, number, number];
const epsilon = 1e-5;

/** Periods of 8, 16, 24, 40, 56 and 64 lanes, with and without a rest, and more than one block. */
const shapes: Shape[] = [
  [2, 4, 4, 8],
  [3, 3, 3, 4],
  [1, 3, 3, 1],
  [1, 1, 2, 3],
  [3, 5, 3, 7],
  [2, 3, 4, 5],
  [2, 3, 3, 6],
  [1, 2, 2, 64],
  [2, 2, 2, 20],
];
const followers = [
  { relu: false, add: false },
  { relu: true, add: false },
  { relu: false, add: true },
  { relu: true, add: true },
];

function inputs(shape: Shape, mean: number) {
  const rng = createRng(2, 'batch norm', ...shape);
  const normal = (length: number, shift = 0) =>
    Float32Array.from({ length }, () => shift + rng.normal());
  const size = tf.util.sizeFromShape(shape);
  return {
    x: normal(size, mean),
    scale: normal(shape[3]),
    offset: normal(shape[3]),
    addend: normal(size),
    dy: normal(size),
  };
}

/** Forward and backward on the backend in use. */
async function run(shape: Shape, mean: number, { relu, add }: (typeof followers)[number]) {
  const { x, scale, offset, addend, dy } = inputs(shape, mean);
  const results = tf.tidy(() => {
    const forward = ($x: tf.Tensor, $scale: tf.Tensor, $offset: tf.Tensor, $addend?: tf.Tensor) =>
      batchNormTraining($x as tf.Tensor4D, $scale as tf.Tensor1D, $offset as tf.Tensor1D, {
        epsilon,
        relu,
        ...($addend && { addend: $addend as tf.Tensor4D }),
      });
    const given = [tf.tensor(x, shape), tf.tensor1d(scale), tf.tensor1d(offset)];
    if (add) given.push(tf.tensor(addend, shape));
    const outputs = forward(...(given as [tf.Tensor, tf.Tensor, tf.Tensor]));
    const gradients = tf.grads((...at) => forward(...(at as [tf.Tensor, tf.Tensor, tf.Tensor])).y);
    return [
      outputs.y,
      outputs.mean,
      outputs.variance,
      ...gradients(given, tf.tensor(dy, shape)),
    ] as tf.Tensor[];
  });
  const values = await Promise.all(results.map((tensor) => tensor.data<'float32'>()));
  tf.dispose(results);
  return values;
}

test.each(shapes.flatMap((shape) => followers.map((after) => ({ shape, ...after }))))(
  'follows the definition and its numerical gradients: $shape, relu $relu, addend $add',
  async ({ shape, relu, add }) => {
    const before = tf.memory().numTensors;
    const given = inputs(shape, 3);
    const naive = { ...given, epsilon, relu };
    const { addend, ...withoutAddend } = naive;
    const oracle = add ? { ...naive, addend } : withoutAddend;
    const [y, mean, variance, ...gradients] = await run(shape, 3, { relu, add });

    const expected = batchNorm(oracle);
    expect(relativeError(y!, expected.y)).toBeLessThan(5e-6);
    expect(relativeError(mean!, expected.mean)).toBeLessThan(1e-6);
    expect(relativeError(variance!, expected.variance)).toBeLessThan(1e-6);
    const names = (['x', 'scale', 'offset', 'addend'] as const).slice(0, gradients.length);
    expect(names.length).toBe(add ? 4 : 3);
    names.forEach((name, i) => {
      const numerical = numericalGradient(
        (at) => dot(batchNorm({ ...oracle, [name]: at }).y, given.dy),
        given[name],
      );
      // With two values a channel, dx all but cancels: what is left is held to the scale of dy, about 1.
      const scale = Math.max(...numerical.map(Math.abs));
      const error = relativeError(gradients[i]!, numerical) * Math.min(scale, 1);
      expect(error, name).toBeLessThan(2e-5);
    });
    expect(tf.memory().numTensors).toBe(before);
  },
);

test('agrees with tfjs’s cpu backend where a channel has many blocks', async () => {
  const shape: Shape = [9, 17, 31, 12];
  const both = { relu: true, add: true };
  const ours = await run(shape, 1, both);
  await tf.setBackend('cpu');
  const cpus = await run(shape, 1, both);
  await tf.setBackend('wasm');
  ours.forEach((values, i) => expect(relativeError(values, cpus[i]!)).toBeLessThan(1e-5));
});

test('a mean of a thousand deviations costs the variance no digits', async () => {
  const shape: Shape = [4, 16, 16, 8];
  const [, , variance] = await run(shape, 1000, { relu: false, add: false });
  const expected = batchNorm({ ...inputs(shape, 1000), epsilon, relu: false }).variance;
  expect(relativeError(variance!, expected)).toBeLessThan(1e-5);
});

test('NaN stays NaN', async () => {
  const values = await tf.tidy(() => {
    const x = tf.tensor4d([NaN, 1, 2, 3, 4, 5, 6, 7], [1, 1, 2, 4]);
    const four = tf.ones<tf.Rank.R1>([4]);
    return batchNormTraining(x, four, four, { epsilon, relu: true }).y;
  });
  expect(Array.from(await values.data()).map(Number.isNaN)).toEqual([
    true,
    false,
    false,
    false,
    true,
    false,
    false,
    false,
  ]);
  values.dispose();
});
