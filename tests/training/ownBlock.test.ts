import { readFileSync } from 'node:fs';
import path from 'node:path';
import * as tf from '@tensorflow/tfjs-core';
import { loadPyodide, type PyodideInterface } from 'pyodide';
import { beforeAll, expect, test } from 'vitest';
import { startNodeEngine } from '../../scripts/model/nodeEngine.ts';
import { asInThePaper, constantRate, type NetworkConfig } from '../../src/contract/runConfig.ts';
import type { PythonEvent } from '../../src/contract/python.ts';
import type { TracedBlock } from '../../src/contract/tracedBlock.ts';
import { createRng } from '../../src/lib/rng.ts';
import { installTorch } from '../../src/torch/install.ts';
import { pythonFiles } from '../../src/torch/pythonFiles.ts';
import { createLearner } from '../../src/training/learner.ts';
import { installRunner } from '../../src/workers/python/installRunner.ts';

const solution = readFileSync(
  path.resolve(import.meta.dirname, '../../content/exercises/residual-block/solution.py'),
  'utf8',
);
const [width, size] = [4, 8];
let perform: (command: never) => PythonEvent;

beforeAll(async () => {
  await startNodeEngine();
  const pyodide: PyodideInterface = await loadPyodide();
  installTorch(pyodide, pythonFiles);
  perform = installRunner(pyodide, { write: () => undefined, running: () => undefined }) as never;
});

/** The reader's block for each stage of a network. */
function trace(code: string): Record<number, TracedBlock> {
  const stages = [0, 1, 2].map((stage) => {
    const channels = width * 2 ** stage;
    const input = [2, channels, size / 2 ** stage, size / 2 ** stage];
    const command = {
      type: 'trace',
      id: 1,
      timeLimitMs: 10_000,
      code,
      className: 'ResidualBlock',
      input,
    };
    const event = perform(command as never);
    if (event.type !== 'traced') throw new Error(JSON.stringify(event));
    return [channels, event.block] as const;
  });
  return Object.fromEntries(stages);
}

/** The first 50 losses of a network on batches that are the same for all. */
async function losses(own?: Record<number, TracedBlock>): Promise<number[]> {
  const network: NetworkConfig = {
    ...{ id: 'residual-14', kind: 'residual', depth: 14, width, ...asInThePaper },
    ...(own && { own }),
  };
  const recipe = {
    ...{ steps: 50, batchSize: 8, learningRate: 0.05, schedule: constantRate },
    ...{ momentum: 0.9, weightDecay: 1e-4, seed: 1 },
  };
  const learner = createLearner(network, recipe);
  const rng = createRng(7, 'pictures');
  const found: number[] = [];
  for (let step = 1; step <= recipe.steps; step++) {
    const labels = Array.from({ length: 8 }, () => Math.floor(rng.next() * 10));
    const numbers = Float32Array.from(
      { length: 8 * size * size * 3 },
      (_, i) => rng.normal() + (labels[Math.floor(i / (size * size * 3))] ?? 0) / 5,
    );
    const batch = {
      pictures: tf.tensor4d(numbers, [8, size, size, 3]),
      labels: tf.tensor1d(labels, 'int32'),
    };
    found.push((await learner.step(batch, { learningRate: recipe.learningRate })).loss);
    tf.dispose([batch.pictures, batch.labels]);
  }
  learner.dispose();
  return found;
}

const furthest = (one: number[], other: number[]) =>
  Math.max(...one.map((loss, i) => Math.abs(loss - other[i]!) / other[i]!));

test('a right block has the reference’s first 50 losses, a wrong one has not', async () => {
  const before = tf.memory().numTensors;
  const reference = await losses();
  const right = await losses(trace(solution));
  expect(right).toHaveLength(50);
  expect(furthest(right, reference)).toBeLessThan(0.01);

  const plain = trace(solution.replace('out = out + identity', 'out = out + 0 * identity'));
  expect(furthest(await losses(plain), reference)).toBeGreaterThan(0.05);
  expect(tf.memory().numTensors).toBe(before);
});

test('numbers in the code and other activations are trained with, too', async () => {
  const other = solution
    .replace('out = F.relu(out)', 'out = torch.sigmoid(out) * 2 - torch.tanh(out) / 3')
    .replace('out = out + identity', 'out = identity.sub(-out)');
  const found = await losses(trace(other));
  expect(found.every(Number.isFinite)).toBe(true);
  expect(found.at(-1)).toBeLessThan(found[0]!);
});

test('layers that the block never calls, or that are frozen, are left alone as in PyTorch, and the former told', async () => {
  const bn2 = 'self.bn2 = nn.BatchNorm2d(channels)';
  const more = `${bn2}
        self.conv3 = nn.Conv2d(channels, channels, 3, bias=False)
        self.fc = nn.Linear(channels, 3)
        self.bn2.bias.requires_grad_(False)`;
  const blocks = trace(solution.replace(bn2, more));
  expect(blocks[width]?.unused).toEqual(['conv3.weight', 'fc.weight', 'fc.bias']);
  expect(trace(solution)[width]?.unused).toEqual([]);
  const [found, reference] = [await losses(blocks), await losses()];
  expect(found[0]).toBeCloseTo(reference[0]!, 4);
  expect(furthest(found, reference)).toBeGreaterThan(0);
  expect(found.at(-1)).toBeLessThan(found[0]!);
});

test('what a block did is written down as data', () => {
  const { steps, parameters, output } = trace(solution)[width]!;
  expect(steps.map(({ operation }) => operation)).toEqual([
    ...['conv2d', 'batch_norm', 'relu', 'conv2d', 'batch_norm', 'add', 'relu'],
  ]);
  expect(parameters.map(({ name }) => name)).toEqual([
    ...['conv1.weight', 'bn1.weight', 'bn1.bias', 'conv2.weight', 'bn2.weight', 'bn2.bias'],
    ...['bn1.running_mean', 'bn1.running_var', 'bn2.running_mean', 'bn2.running_var'],
  ]);
  expect(output).toEqual({ step: 6 });
});

test('a block that does what cannot be trained here says so', () => {
  const flattening = solution.replace('return out', 'return out.flatten(1).view(x.shape)');
  expect(() =>
    createLearner(
      { id: 'x', kind: 'residual', depth: 8, width, ...asInThePaper, own: trace(flattening) },
      {
        steps: 1,
        batchSize: 1,
        learningRate: 1,
        schedule: constantRate,
        momentum: 0,
        weightDecay: 0,
        seed: 1,
      },
    ),
  ).toThrow(
    /^Your block uses (flatten|view|reshape), which can't be trained here\. What can: conv2d,/,
  );
  const detached = solution.replace('out + identity', 'out + identity.detach()');
  expect(() => trace(detached)).toThrow(/neither the input nor a parameter/);
});
