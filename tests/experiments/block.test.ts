import '@tensorflow/tfjs-backend-cpu';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, expect, test } from 'vitest';
import { registerKernels } from '../../src/kernels/register.ts';
import type { BlockExperiment, BlockFinding } from '../../src/contract/experiments.ts';
import { block } from '../../src/experiments/block.ts';
import { collect, fakePictures } from './fakePictures.ts';

const settings: BlockExperiment = {
  seed: 1,
  picture: 1,
  pictures: 3,
  pictureSize: 6,
  factors: [1, 0.5, 0],
};

beforeAll(async () => {
  await tf.setBackend('cpu');
  registerKernels();
});

type Pass = Extract<BlockFinding, { type: 'block' }>;
const run = async () => {
  const [input, ...passes] = await collect(block(settings, { pictures: fakePictures }));
  const x = (input as Extract<BlockFinding, { type: 'blockInput' }>).x;
  const find = (shrinks: Pass['shrinks'], factor: number) =>
    (passes as Pass[]).find((pass) => pass.shrinks === shrinks && pass.factor === factor)!;
  return { x, find };
};
const zip = (a: Float32Array[], b: Float32Array[], make: (a: number, b: number) => number) =>
  a.map((channel, c) => channel.map((value, i) => make(value, b[c]![i]!)));

function expectNear(a: Float32Array[], b: Float32Array[]): void {
  const differences = zip(a, b, (one, other) => Math.abs(one - other));
  expect(Math.max(...differences.flatMap((channel) => [...channel]))).toBeLessThan(1e-5);
}

test('the parts fit together as the equations say', async () => {
  const before = tf.memory().numTensors;
  const { x, find } = await run();
  const { branch, sum, residual, plain } = find('norm', 1);
  expectNear(
    sum.channels,
    zip(branch.channels, x.channels, (f, x) => f + x),
  );
  expectNear(
    residual.channels,
    zip(sum.channels, x.channels, (sum) => Math.max(0, sum)),
  );
  expectNear(
    plain.channels,
    zip(branch.channels, x.channels, (f) => Math.max(0, f)),
  );
  expect(tf.memory().numTensors).toBe(before);
});

test('the last scale and offset shrink the branch by as much; at zero only the shortcut is left', async () => {
  const { x, find } = await run();
  expect(find('norm', 0.5).branch.norm).toBeCloseTo(find('norm', 1).branch.norm / 2, 4);
  const nothing = find('norm', 0);
  expect(nothing.plain.norm).toBe(0);
  expect(nothing.change).toBe(0);
  expectNear(nothing.residual.channels, x.channels);
});

test('batch norm undoes what shrinks the convolutions, until nothing is left', async () => {
  const { x, find } = await run();
  const ratio = find('weights', 0.5).branch.norm / find('weights', 1).branch.norm;
  expect(ratio).toBeGreaterThan(0.99);
  expect(find('weights', 0).plain.norm).toBe(0);
  expectNear(find('weights', 0).residual.channels, x.channels);
});
