import * as tf from '@tensorflow/tfjs-core';
import { expect, test } from 'vitest';
import { batchNormTraining } from '../../src/kernels/batchNormTraining.ts';
import { describeBackends } from '../reference/backends.ts';
import { expectClose } from '../reference/closeness.ts';
import { batchNorm, dot, numericalGradient } from '../reference/naive.ts';
import { pattern } from '../reference/pattern.ts';

type Shape = [batch: number, height: number, width: number, channels: number];

const shapes: Shape[] = [
  [2, 4, 4, 8],
  [1, 3, 3, 1],
  [3, 5, 3, 7],
  [1, 1, 3, 2],
];
const followers = [
  { relu: false, add: false },
  { relu: true, add: false },
  { relu: false, add: true },
  { relu: true, add: true },
];
const epsilon = 1e-5;

/** Inputs with a mean far from zero, where a careless variance loses its digits. */
function inputs(shape: Shape) {
  return {
    x: pattern('x', shape, 4, 3),
    scale: pattern('scale', [shape[3]], 1, 1),
    offset: pattern('offset', [shape[3]]),
    addend: pattern('addend', shape, 2),
    dy: pattern('dy', shape, 2),
  };
}

/** One forward and backward pass on the backend; everything is read back and freed. */
async function run(shape: Shape, { relu, add }: (typeof followers)[number]) {
  const { x, scale, offset, addend, dy } = inputs(shape);
  const results = tf.tidy(() => {
    const forward = (...given: tf.Tensor[]) => {
      const [$x, $scale, $offset, $addend] = given as [
        tf.Tensor4D,
        tf.Tensor1D,
        tf.Tensor1D,
        tf.Tensor4D,
      ];
      const options = { epsilon, relu, ...(add && { addend: $addend }) };
      return batchNormTraining($x, $scale, $offset, options);
    };
    const given = [tf.tensor(x, shape), tf.tensor1d(scale), tf.tensor1d(offset)];
    if (add) given.push(tf.tensor(addend, shape));
    const { y, mean, variance } = forward(...given);
    const gradients = tf.grads((...at) => forward(...at).y)(given, tf.tensor(dy, shape));
    return { y, mean, variance, gradients };
  });
  const read = async (tensor: tf.Tensor) => (await tensor.data()) as Float32Array;
  const { y, mean, variance, gradients } = results;
  const [dx, dScale, dOffset, dAddend] = await Promise.all(gradients.map(read));
  const values = {
    ...{ y: await read(y), mean: await read(mean), variance: await read(variance) },
    ...{ dx: dx!, dScale: dScale!, dOffset: dOffset!, dAddend },
  };
  tf.dispose(results);
  return values;
}

describeBackends('batchNormTraining', () => {
  test.each(shapes.flatMap((shape) => followers.map((with_) => ({ shape, ...with_ }))))(
    'follows the definition and its numerical gradients: $shape, relu $relu, addend $add',
    async ({ shape, relu, add }) => {
      const { x, scale, offset, addend, dy } = inputs(shape);
      const naive = { x, scale, offset, epsilon, relu, ...(add && { addend }) };
      const actual = await run(shape, { relu, add });

      const expected = batchNorm(naive);
      expectClose(actual.y, expected.y, 'forward', 'y');
      expectClose(actual.mean, expected.mean, 'forward', 'mean');
      expectClose(actual.variance, expected.variance, 'forward', 'variance');

      const gradient = (name: 'x' | 'scale' | 'offset' | 'addend') =>
        numericalGradient(
          (at) => dot(batchNorm({ ...naive, [name]: at }).y, dy),
          inputs(shape)[name],
        );
      expectClose(actual.dx, gradient('x'), 'gradient', 'dx');
      expectClose(actual.dScale, gradient('scale'), 'gradient', 'dScale');
      expectClose(actual.dOffset, gradient('offset'), 'gradient', 'dOffset');
      if (add) expectClose(actual.dAddend!, gradient('addend'), 'gradient', 'dAddend');
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
