import { twoConvolutions } from '../../src/models/network.ts';
import '@tensorflow/tfjs-backend-cpu';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, expect, test } from 'vitest';
import { asInThePaper, constantRate, type NetworkConfig } from '../../src/contract/runConfig.ts';
import { registerKernels } from '../../src/kernels/register.ts';
import { crossEntropy } from '../../src/nn/loss.ts';
import { createLearner } from '../../src/training/learner.ts';
import { measureBranches } from '../../src/training/measureBranches.ts';
import { pattern } from '../reference/pattern.ts';

const shape = { ...asInThePaper, depth: 8, width: 2 };
const recipe = {
  ...{ steps: 1, batchSize: 4, learningRate: 0.1, schedule: constantRate },
  ...{ momentum: 0, weightDecay: 0, seed: 1 },
};
const size = 8;
const pictures = pattern('pictures', [4, size, size, 3], 2);
const labels = Int32Array.of(0, 1, 2, 3);
const testSet = { pictures, labels, pictureSize: size };

beforeAll(async () => {
  await tf.setBackend('cpu');
  registerKernels();
});

const create = (network: Partial<NetworkConfig>) =>
  createLearner({ ...shape, id: 'net', kind: 'residual', ...network }, recipe);

test('a plain network has no branches; residual ones that start at 0 add nothing', async () => {
  for (const [network, expected] of [
    [{ kind: 'plain' }, []],
    [{ lastScale: 0 }, [0, 0, 0]],
  ] as const) {
    const learner = create(network);
    expect(await measureBranches(learner.network, testSet)).toEqual(expected);
    learner.dispose();
  }
});

test('without test pictures there is nothing to measure', async () => {
  const learner = create({});
  const none = { pictures: new Float32Array(0), labels: new Int32Array(0), pictureSize: size };
  expect(await measureBranches(learner.network, none)).toEqual([]);
  learner.dispose();
});

test('what a branch adds is measured beside its shortcut, with running statistics', async () => {
  const learner = create({});
  const before = tf.memory().numTensors;
  const shares = await measureBranches(learner.network, testSet);
  expect(tf.memory().numTensors).toBe(before);
  expect(learner.network.training).toBe(true);
  const places = learner.network.blocks();
  const expected: number[] = [];
  learner.network.eval();
  tf.tidy(() => {
    const look = ({ branch, shortcut }: { branch: tf.Tensor; shortcut: tf.Tensor | null }) => {
      const norm = (x: tf.Tensor) => Math.hypot(...x.dataSync());
      expected.push(norm(branch) / norm(shortcut!));
      return undefined;
    };
    const at = Object.fromEntries(places.map(({ place }) => [place, look]));
    learner.network.forward(tf.tensor4d(pictures, [4, size, size, 3]), { at });
  });
  expect(shares).toHaveLength(3);
  shares.forEach((share, i) => expect(share).toBeCloseTo(expected[i]!, 5));
  learner.dispose();
});

test('a step tells the gradients of the blocks it is asked for, before the update', async () => {
  const learner = create({});
  const batch = {
    pictures: tf.tensor4d(pictures, [4, size, size, 3]),
    labels: tf.tensor1d(labels, 'int32'),
  };
  const { grads } = tf.variableGrads(
    () => crossEntropy(learner.network.forward(batch.pictures), batch.labels),
    learner.network.parameters(),
  );
  const norms = learner.network
    .blocks()
    .map(({ block }) => twoConvolutions(block))
    .map(({ conv1, conv2 }) =>
      Math.hypot(...[conv1, conv2].flatMap(({ weight }) => [...grads[weight.name]!.dataSync()])),
    );
  const { gradients } = await learner.step(batch, { learningRate: 0.1, measure: true });
  gradients.forEach((gradient, i) => expect(gradient).toBeCloseTo(norms[i]!, 5));
  expect((await learner.step(batch, { learningRate: 0.1 })).gradients).toEqual([]);
  learner.dispose();
});
