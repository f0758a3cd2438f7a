import * as tf from '@tensorflow/tfjs-core';
import { batchNormTraining } from '../../kernels/batchNormTraining/batchNormTraining.ts';
import { createRng } from '../../lib/rng.ts';

/** Fill no tile of our programs, and need several workgroups. */
const mapShape: [number, number, number, number] = [2, 12, 12, 16];
const filterShape: [number, number, number, number] = [3, 3, 16, 16];
const channels = 16;

/** In parts of a tensor's length as a vector. A single wrong value of usual size shows. */
const tolerance = 1e-3;

/**
 * Each tensor that a step of training computes, multiplied by random numbers from 0.5 to 1.5 and added up;
 * tests/kernels/computesRight.test.ts computes them on every backend.
 */
const expected: Record<string, number> = {
  y: 810.3273,
  dx: 4.38108,
  dFilter: -6.72802,
  dScale: 21.10617,
  dOffset: -10.85002,
};

/**
 * Whether the backend in use computes what the others do: a convolution, a batch norm with ReLU, and the gradients of
 * both. Drivers with other faults than a crash would else train on wrong numbers, and nobody would notice.
 */
export async function computesRight(): Promise<boolean> {
  const digests = await digestsHere();
  return Object.entries(digests).every(
    ([name, { sum, length }]) => Math.abs(sum - (expected[name] ?? NaN)) <= tolerance * length,
  );
}

/** Of each tensor: the sum that is expected, and its length as a vector. */
async function digestsHere(): Promise<Record<string, { sum: number; length: number }>> {
  const rng = createRng(1, 'computesRight');
  const fill = (count: number) => Float32Array.from({ length: count }, () => rng.next() - 0.5);
  const maps = () => tf.tensor4d(fill(tf.util.sizeFromShape(mapShape)), mapShape);
  const vector = () => tf.tensor1d(fill(channels));
  const tensors = tf.tidy(() => {
    const filter = tf.tensor4d(fill(tf.util.sizeFromShape(filterShape)), filterShape);
    const inputs = [maps(), filter, vector(), vector()] as const;
    const layer = (x: tf.Tensor4D, w: tf.Tensor4D, scale: tf.Tensor1D, offset: tf.Tensor1D) =>
      batchNormTraining(tf.conv2d(x, w, 1, 'same'), scale, offset, { epsilon: 1e-5, relu: true }).y;
    const [dx, dFilter, dScale, dOffset] = tf.grads(layer as (...all: tf.Tensor[]) => tf.Tensor)(
      [...inputs],
      maps(),
    ) as [tf.Tensor, tf.Tensor, tf.Tensor, tf.Tensor];
    return { y: layer(...inputs), dx, dFilter, dScale, dOffset };
  });
  const digests: Record<string, { sum: number; length: number }> = {};
  for (const [name, tensor] of Object.entries(tensors)) {
    const values = Array.from(await tensor.data());
    const sum = values.reduce((so, value) => so + value * (rng.next() + 0.5), 0);
    digests[name] = { sum, length: Math.hypot(...values) };
    tensor.dispose();
  }
  return digests;
}
