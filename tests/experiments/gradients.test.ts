import '@tensorflow/tfjs-backend-cpu';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, expect, test } from 'vitest';
import { registerKernels } from '../../src/kernels/register.ts';
import { createCifarNetwork } from '../../src/models/cifar.ts';
import { globalAveragePool } from '../../src/nn/globalAveragePool.ts';
import { Identity } from '../../src/nn/identity.ts';
import { crossEntropy } from '../../src/nn/loss.ts';
import type { GradientExperiment } from '../../src/contract/experiments.ts';
import { gradients } from '../../src/experiments/gradients.ts';
import { collect, fakePictures } from './fakePictures.ts';

const settings: GradientExperiment = {
  depth: 8,
  batchNorm: true,
  seed: 1,
  steps: 2,
  measureEvery: 2,
  width: 2,
  batchSize: 4,
  pictureSize: 8,
  learningRate: 0.05,
};

beforeAll(async () => {
  await tf.setBackend('cpu');
  registerKernels();
});

const run = (changes: Partial<GradientExperiment> = {}) =>
  collect(gradients({ ...settings, ...changes }, { pictures: fakePictures }));

test.each([true, false])(
  'batch norm %s: both kinds are measured at every block, before and after training',
  async (batchNorm) => {
    const before = tf.memory().numTensors;
    const found = await run({ batchNorm });
    expect(found.map(({ kind, step }) => `${kind} ${step}`)).toEqual([
      'plain 0',
      'plain 2',
      'residual 0',
      'residual 2',
    ]);
    for (const { norms } of found) {
      expect(norms).toHaveLength(4);
      for (const norm of norms) expect(norm).toBeGreaterThan(0);
    }
    expect(found[1]!.norms).not.toEqual(found[0]!.norms);
    expect(await run({ batchNorm })).toEqual(found);
    expect(tf.memory().numTensors).toBe(before);
  },
);

test('the norm behind the last block is that of the gradient by the maps that are averaged', async () => {
  const [found] = await run({ batchNorm: false, steps: 0 });
  const set = await fakePictures.normalised(4, 8);
  const shape = { kind: 'plain', depth: 8, width: 2, seed: 1, shortcut: 'A' } as const;
  const network = createCifarNetwork({ ...shape, normLayer: Identity });
  const square = tf.tidy(() => {
    const x = tf.tensor4d(set.pictures, [4, 8, 8, 3]);
    const labels = tf.tensor1d(set.labels, 'int32');
    let maps = tf.relu(network.conv1.forward(x));
    for (const stage of [network.layer1, network.layer2, network.layer3])
      maps = stage.forward(maps);
    const loss = (last: tf.Tensor4D) =>
      crossEntropy(network.fc.forward(globalAveragePool(last)), labels);
    return tf.sum(tf.square(tf.grad((last) => loss(last as tf.Tensor4D))(maps)));
  });
  expect(found!.norms.at(-1)).toBeCloseTo(Math.sqrt((await square.data())[0]!), 6);
  tf.dispose(square);
  network.dispose();
});

test('a network whose loss is no longer a number ends there, and the other goes on', async () => {
  const found = await run({ learningRate: 1e30, batchNorm: false, steps: 6 });
  expect(found.map(({ kind, step, loss }) => [kind, step, Number.isFinite(loss)])).toEqual([
    ['plain', 0, true],
    ['plain', 2, false],
    ['residual', 0, true],
    ['residual', 2, false],
  ]);
});
