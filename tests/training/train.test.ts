import '@tensorflow/tfjs-backend-cpu';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, expect, test } from 'vitest';
import { registerKernels } from '../../src/kernels/register.ts';
import { createRng } from '../../src/lib/rng.ts';
import type { NetworkSpec, TrainConfig, TrainEvent } from '../../src/runtime/protocol.ts';
import { train } from '../../src/training/train.ts';

const size = 4;
const plain: NetworkSpec = { id: 'plain-8', kind: 'plain', depth: 8 };
const residual: NetworkSpec = { id: 'residual-8', kind: 'residual', depth: 8 };
const config: TrainConfig = {
  dataUrl: '',
  networks: [plain, residual],
  width: 2,
  pictureSize: size,
  batchSize: 8,
  steps: 6,
  learningRate: 0.05,
  momentum: 0.9,
  weightDecay: 1e-4,
  shortcut: 'A',
  shift: 0,
  flip: false,
  seed: 3,
  evaluateEvery: 3,
  trainPictures: 100,
  testPictures: 10,
  backend: 'cpu',
};

/** Pictures whose label can be read off their first pixel, so that there is something to learn. */
function batchOf(count: number, seed: number) {
  const rng = createRng(seed);
  const labels = Int32Array.from({ length: count }, () => rng.int(10));
  const pictures = new Float32Array(count * size * size * 3).map(() => rng.normal() * 0.1);
  for (const [n, label] of labels.entries()) pictures[n * size * size * 3] = label - 4.5;
  return { pictures, labels };
}

const testSet = { ...batchOf(10, 99), pictureSize: size };
const source = (seed = 0) => {
  let step = 0;
  return { nextBatch: () => Promise.resolve(batchOf(8, seed + step++)) };
};

async function collect(run: AsyncGenerator<TrainEvent>): Promise<TrainEvent[]> {
  const events: TrainEvent[] = [];
  for await (const event of run) events.push(event);
  return events;
}
const of = <T extends TrainEvent['type']>(events: TrainEvent[], type: T) =>
  events.filter((event): event is Extract<TrainEvent, { type: T }> => event.type === type);

beforeAll(async () => {
  await tf.setBackend('cpu');
  registerKernels();
});

test('networks advance in turns, step by step, and are measured at intervals', async () => {
  const events = await collect(train(config, source(), testSet));
  expect(of(events, 'step').map(({ network, step }) => `${network}@${step}`)).toEqual(
    [1, 2, 3, 4, 5, 6].flatMap((step) => [`plain-8@${step}`, `residual-8@${step}`]),
  );
  expect(of(events, 'evaluation').map(({ step }) => step)).toEqual([3, 3, 6, 6]);
  expect(events.at(-1)).toEqual({ type: 'done', step: 6, reason: 'finished' });
  for (const { trainError } of of(events, 'step'))
    expect(trainError * 8).toBeCloseTo(Math.round(trainError * 8));
});

test('a run repeats exactly from its seed', async () => {
  const [a, b, c] = await Promise.all([
    collect(train(config, source(), testSet)),
    collect(train(config, source(), testSet)),
    collect(train({ ...config, seed: 4 }, source(), testSet)),
  ]);
  expect(of(b, 'step')).toEqual(of(a, 'step'));
  expect(of(c, 'step')).not.toEqual(of(a, 'step'));
});

test('a learning rate that is far too large is noticed, and the run ends', async () => {
  const events = await collect(train({ ...config, learningRate: 1e30 }, source(), testSet));
  expect(of(events, 'diverged').map(({ network }) => network)).toEqual(['plain-8', 'residual-8']);
  expect(events.at(-1)).toMatchObject({ type: 'done', reason: 'all networks diverged' });
});

test('200 steps leave the tensors that step 2 left, and the end leaves none', async () => {
  const before = tf.memory().numTensors;
  const events = await collect(
    train({ ...config, networks: [residual], steps: 200, evaluateEvery: 50 }, source(), testSet),
  );
  const counts = of(events, 'progress').map(({ tensors }) => tensors);
  expect(counts[199]).toBe(counts[1]);
  expect(tf.memory().numTensors).toBe(before);
});

test('whoever stops pulling ends the run, and nothing stays behind', async () => {
  const before = tf.memory().numTensors;
  for await (const event of train(config, source(), testSet)) if (event.type === 'progress') break;
  expect(tf.memory().numTensors).toBe(before);
});

test('it learns what can be learnt', async () => {
  const events = await collect(
    train(
      { ...config, networks: [residual], steps: 150, width: 4, evaluateEvery: 150 },
      source(),
      testSet,
    ),
  );
  const losses = of(events, 'step').map(({ loss }) => loss);
  const mean = (values: number[]) => values.reduce((a, b) => a + b) / values.length;
  expect(mean(losses.slice(-20))).toBeLessThan(mean(losses.slice(0, 20)) * 0.8);
}, 30_000);
