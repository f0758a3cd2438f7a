import * as tf from '@tensorflow/tfjs-core';
import { describe, expect, test } from 'vitest';
import { batchNormTraining } from '../../src/kernels/batchNormTraining/batchNormTraining.ts';
import { describeBackends } from '../reference/backends.ts';
import { batchNorm, batchNormGradients, dot, numericalGradient } from '../reference/naive.ts';
import { pattern } from '../reference/pattern.ts';
import { expectCloseOn, hasOwnKernels } from './onBackend.ts';

type Shape = [batch: number, height: number, width: number, channels: number];

/** On wasm: periods of 8, 16, 24, 40, 56 and 64 lanes, with and without a rest. */
const shapes: Shape[] = [
  [2, 4, 4, 8],
  [3, 3, 3, 4],
  [1, 3, 3, 1],
  [1, 1, 3, 2],
  [1, 1, 2, 3],
  [3, 5, 3, 7],
  [2, 3, 4, 5],
  [2, 3, 3, 6],
  [1, 2, 2, 64],
  [2, 2, 2, 20],
];
/** On wasm a channel has more than one block here, on WebGL many parts. */
const large: Shape = [9, 17, 31, 12];
const followers = [
  { relu: false, add: false },
  { relu: true, add: false },
  { relu: false, add: true },
  { relu: true, add: true },
];
const epsilon = 1e-5;

/** Inputs of the given mean: far from zero a careless variance loses its digits. */
function inputs(shape: Shape, { relu, add }: (typeof followers)[number], mean = 3) {
  return {
    x: pattern('x', shape, 4, mean),
    scale: pattern('scale', [shape[3]], 1, 1),
    offset: pattern('offset', [shape[3]]),
    ...(add && { addend: pattern('addend', shape, 2) }),
    ...{ epsilon, relu },
  };
}

/** One forward and backward pass on the backend; everything is read back and freed. */
async function run(shape: Shape, given: ReturnType<typeof inputs>, dy: Float32Array) {
  const { x, scale, offset, addend, relu } = given;
  const results = tf.tidy(() => {
    const forward = (...given: tf.Tensor[]) => {
      const [$x, $scale, $offset, $addend] = given as [
        tf.Tensor4D,
        tf.Tensor1D,
        tf.Tensor1D,
        tf.Tensor4D?,
      ];
      const options = { epsilon, relu, ...($addend && { addend: $addend }) };
      return batchNormTraining($x, $scale, $offset, options);
    };
    const given = [tf.tensor(x, shape), tf.tensor1d(scale), tf.tensor1d(offset)];
    if (addend) given.push(tf.tensor(addend, shape));
    const { y, mean, variance } = forward(...given);
    return [
      y,
      mean,
      variance,
      ...tf.grads((...at) => forward(...at).y)(given, tf.tensor(dy, shape)),
    ];
  });
  const values = await Promise.all(results.map((tensor) => tensor.data<'float32'>()));
  tf.dispose(results);
  const [y, mean, variance, dx, dScale, dOffset, dAddend] = values as [
    ...[Float32Array, Float32Array, Float32Array, Float32Array, Float32Array, Float32Array],
    Float32Array?,
  ];
  return {
    y,
    mean,
    variance,
    gradients: { x: dx, scale: dScale, offset: dOffset, addend: dAddend },
  };
}

describe('the oracle', () => {
  test.each(shapes.slice(0, 6).flatMap((shape) => followers.map((after) => ({ shape, ...after }))))(
    'has the gradients that differences have: $shape, relu $relu, addend $add',
    ({ shape, ...after }) => {
      const given = inputs(shape, after);
      const dy = pattern('dy', shape, 2);
      const gradients = batchNormGradients(given, dy);
      for (const name of ['x', 'scale', 'offset', 'addend'] as const) {
        if (!given[name]) continue;
        const numerical = numericalGradient(
          (at) => dot(batchNorm({ ...given, [name]: at }).y, dy),
          given[name],
        );
        numerical.forEach((value, i) => expect(gradients[name][i], name).toBeCloseTo(value, 6));
      }
    },
  );
});

describeBackends('batchNormTraining', (backend) => {
  const expectClose = expectCloseOn(backend);

  test.each([...shapes, large].flatMap((shape) => followers.map((after) => ({ shape, ...after }))))(
    'follows the definition and its gradients: $shape, relu $relu, addend $add',
    async ({ shape, ...after }) => {
      const given = inputs(shape, after);
      const dy = pattern('dy', shape, 2);
      const actual = await run(shape, given, dy);

      const expected = batchNorm(given);
      expectClose(actual.y, expected.y, 'simple', 'y');
      expectClose(actual.mean, expected.mean, 'simple', 'mean');
      expectClose(actual.variance, expected.variance, 'simple', 'variance');

      const gradients = batchNormGradients(given, dy);
      // With two values a channel, dx all but cancels.
      expectClose(actual.gradients.x, gradients.x, 'gradient', 'dx', 1);
      expectClose(actual.gradients.scale, gradients.scale, 'gradient', 'dScale');
      expectClose(actual.gradients.offset, gradients.offset, 'gradient', 'dOffset');
      expect(actual.gradients.addend !== undefined).toBe(after.add);
      if (actual.gradients.addend)
        expectClose(actual.gradients.addend, gradients.addend, 'gradient', 'dAddend');
    },
  );

  test.each([shapes[0]!, shapes[4]!, large])(
    'moves running statistics towards the batch’s, with the same gradients: %j',
    async (...shape) => {
      const given = inputs(shape, { relu: true, add: false });
      const count = given.x.length / shape[3];
      const before = {
        mean: pattern('mean', [shape[3]]),
        variance: pattern('var', [shape[3]], 1, 2),
      };
      const running = tf.tidy(() => ({
        mean: tf.variable(tf.tensor1d(before.mean), false),
        variance: tf.variable(tf.tensor1d(before.variance), false),
      }));
      const dy = pattern('dy', shape, 2);
      const expected = await run(shape, given, dy);
      const dx = tf.tidy(() => {
        const scale = tf.tensor1d(given.scale);
        const offset = tf.tensor1d(given.offset);
        const options = { epsilon, relu: true };
        const moving = { ...running, momentum: 0.1 };
        const forward = (x: tf.Tensor4D) => batchNormTraining(x, scale, offset, options, moving).y;
        return tf.grad(forward as (x: tf.Tensor) => tf.Tensor)(
          tf.tensor(given.x, shape),
          tf.tensor(dy, shape),
        );
      });
      const moved = (old: Float32Array, batch: Float32Array, correction: number) =>
        Array.from(old, (value, c) => 0.9 * value + 0.1 * correction * batch[c]!);
      const { mean, variance, gradients } = expected;
      expectClose(await running.mean.data(), moved(before.mean, mean, 1), 'simple', 'mean');
      const unbiased = moved(before.variance, variance, count / (count - 1));
      expectClose(await running.variance.data(), unbiased, 'simple', 'variance');
      expectClose(await dx.data(), gradients.x, 'gradient', 'dx', 1);
      tf.dispose([dx, running.mean, running.variance]);
    },
  );

  test('a mean of a thousand deviations costs the variance no digits', async () => {
    const shape: Shape = [4, 16, 16, 8];
    const given = inputs(shape, { relu: false, add: false }, 1155);
    const { variance } = await run(shape, given, pattern('dy', shape, 2));
    expectClose(variance, batchNorm(given).variance, 'simple', 'variance');
  });

  // TensorFlow.js's own ReLU, of the composed form, makes it 0 on wasm.
  test.runIf(hasOwnKernels(backend))(
    'a value that is not a number stays one behind the ReLU',
    async () => {
      const y = tf.tidy(() => {
        const values = pattern('x', [2, 4, 4, 4], 2);
        values[5] = NaN;
        const maps = tf.tensor4d(values, [2, 4, 4, 4]);
        const one = tf.ones<tf.Rank.R1>([4]);
        return batchNormTraining(maps, one, one, { epsilon, relu: true }).y;
      });
      const values = await y.data();
      expect(values.filter((_, i) => i % 4 === 1).every(Number.isNaN)).toBe(true);
      expect(values.filter((_, i) => i % 4 !== 1).some(Number.isNaN)).toBe(false);
      y.dispose();
    },
  );

  test('says which shape does not fit', () => {
    tf.tidy(() => {
      const x = tf.zeros<tf.Rank.R4>([2, 3, 3, 4]);
      const four = tf.zeros<tf.Rank.R1>([4]);
      const five = tf.zeros<tf.Rank.R1>([5]);
      expect(() => batchNormTraining(x, five, four, { epsilon })).toThrow(
        'batchNormTraining: expected scale of shape [4], got [5].',
      );
      expect(() => batchNormTraining(x, four, five, { epsilon })).toThrow('offset of shape [4]');
      const addend = tf.zeros<tf.Rank.R4>([2, 3, 3, 5]);
      expect(() => batchNormTraining(x, four, four, { epsilon, addend })).toThrow(
        'expected addend of shape [2, 3, 3, 4], got [2, 3, 3, 5].',
      );
      const flat = tf.zeros([2, 4]) as tf.Tensor as tf.Tensor4D;
      expect(() => batchNormTraining(flat, four, four, { epsilon })).toThrow(
        'expected x of shape [batch, height, width, channels], got [2, 4].',
      );
    });
  });
});
