import '@tensorflow/tfjs-backend-cpu';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, expect, test } from 'vitest';
import { registerKernels } from '../../src/kernels/register.ts';
import { createRng } from '../../src/lib/rng.ts';
import {
  asInThePaper,
  constantRate,
  type NetworkConfig,
  type Recipe,
  type RunConfig,
} from '../../src/contract/runConfig.ts';
import type { TrainEvent } from '../../src/contract/training.ts';
import type { RunData } from '../../src/training/data.ts';
import { train } from '../../src/training/train.ts';
import { graphics, kept, processor } from './devices.ts';

const size = 4;
const shape = { ...asInThePaper, depth: 8, width: 2 };
const plain: NetworkConfig = { id: 'plain-8', kind: 'plain', ...shape };
const residual: NetworkConfig = { id: 'residual-8', kind: 'residual', ...shape };
const config: RunConfig = {
  networks: [plain, residual],
  recipe: {
    ...{ steps: 6, batchSize: 8, learningRate: 0.05, momentum: 0.9, weightDecay: 1e-4 },
    ...{ schedule: constantRate, seed: 3 },
  },
  data: { pictureSize: size, trainPictures: 100, shift: 0, flip: false },
  evaluation: { every: 3, pictures: 10 },
};

/** Pictures whose label can be read off their first pixel, so that there is something to learn. */
function batchOf(count: number, seed: number) {
  const rng = createRng(seed);
  const labels = Int32Array.from({ length: count }, () => rng.int(10));
  const pictures = new Float32Array(count * size * size * 3).map(() => rng.normal() * 0.1);
  for (const [n, label] of labels.entries()) pictures[n * size * size * 3] = label - 4.5;
  return { pictures, labels };
}

const data: RunData = {
  batches: { batchAt: (step) => Promise.resolve(batchOf(8, step)) },
  testSet: { ...batchOf(10, 99), pictureSize: size },
};

interface Changes extends Partial<Recipe> {
  networks?: NetworkConfig[];
  every?: number;
}

const run = (
  { networks = config.networks, every = 3, ...recipe }: Changes = {},
  device = processor,
) =>
  train(
    {
      ...config,
      networks,
      recipe: { ...config.recipe, ...recipe },
      evaluation: { every, pictures: 10 },
    },
    data,
    device,
  );

async function collect(events: AsyncGenerator<TrainEvent>): Promise<TrainEvent[]> {
  const heard: TrainEvent[] = [];
  for await (const event of events) heard.push(event);
  return heard;
}
const of = <T extends TrainEvent['type']>(events: TrainEvent[], type: T) =>
  events.filter((event): event is Extract<TrainEvent, { type: T }> => event.type === type);

beforeAll(async () => {
  await tf.setBackend('cpu');
  registerKernels();
});

test('networks advance in turns, step by step, and are measured at intervals', async () => {
  const events = await collect(run());
  expect(of(events, 'step').map(({ network, step }) => `${network}@${step}`)).toEqual(
    [1, 2, 3, 4, 5, 6].flatMap((step) => [`plain-8@${step}`, `residual-8@${step}`]),
  );
  expect(of(events, 'measurement').map(({ step }) => step)).toEqual([3, 3, 6, 6]);
  expect(events.at(-1)).toEqual({ type: 'done', step: 6, reason: 'finished' });
  expect(of(events, 'checkpoint').at(-1)?.checkpoint.step).toBe(6);
  for (const { trainError } of of(events, 'step'))
    expect(trainError * 8).toBeCloseTo(Math.round(trainError * 8));
});

test('a run repeats exactly from its seed', async () => {
  const [a, b, c] = await Promise.all([collect(run()), collect(run()), collect(run({ seed: 4 }))]);
  expect(of(b, 'step')).toEqual(of(a, 'step'));
  expect(of(c, 'step')).not.toEqual(of(a, 'step'));
});

test('a loss that is not a number stops that network only', async () => {
  // With these the plain network's loss grows from step to step, and the residual one's stays where it is.
  const wild = { learningRate: 1000, seed: 4 };
  const events = await collect(run({ ...wild, steps: 12, every: 6 }));
  const [diverged, ...others] = of(events, 'diverged');
  expect(others).toEqual([]);
  expect(diverged?.network).toBe('plain-8');
  const stepsOf = (id: string) =>
    of(events, 'step').flatMap(({ network, step }) => (network === id ? [step] : []));
  expect(stepsOf('residual-8')).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
  expect(stepsOf('plain-8')).toEqual(stepsOf('residual-8').slice(0, diverged!.step - 1));
  expect(of(events, 'measurement').map(({ network }) => network)).toEqual([
    'residual-8',
    'residual-8',
  ]);
  expect(events.at(-1)).toMatchObject({ type: 'done', reason: 'finished' });

  // On a GPU that is heard steps later, and tells the same.
  const late = await collect(run({ ...wild, steps: 12, every: 6 }, graphics().device));
  for (const type of ['step', 'diverged', 'measurement'] as const)
    expect(of(late, type)).toEqual(of(events, type));
});

test('a learning rate that is far too large is noticed, and the run ends', async () => {
  const events = await collect(run({ learningRate: 1e30 }));
  expect(of(events, 'diverged').map(({ network }) => network)).toEqual(['plain-8', 'residual-8']);
  expect(events.at(-1)).toMatchObject({ type: 'done', reason: 'all networks diverged' });
});

test('150 steps with tests and checkpoints leave the tensors that step 2 left, and the end leaves none', async () => {
  const before = tf.memory().numTensors;
  const events = await collect(
    run({ networks: [residual], steps: 150, every: 15 }, graphics().device),
  );
  const counts = of(events, 'progress').map(({ tensors }) => tensors);
  expect(counts[149]).toBe(counts[1]);
  expect(tf.memory().numTensors).toBe(before);
});

test('whoever stops pulling ends the run, and nothing stays behind', async () => {
  const before = tf.memory().numTensors;
  for await (const event of run()) if (event.type === 'progress') break;
  expect(tf.memory().numTensors).toBe(before);
});

test('it learns what can be learnt', async () => {
  const events = await collect(
    run({ networks: [{ ...residual, width: 4 }], steps: 150, every: 150 }),
  );
  const losses = of(events, 'step').map(({ loss }) => loss);
  const mean = (values: number[]) => values.reduce((a, b) => a + b) / values.length;
  expect(mean(losses.slice(-20))).toBeLessThan(mean(losses.slice(0, 20)) * 0.8);
});

test('programs are compiled before the first step, one network after the other', async () => {
  const events = await collect(run({ steps: 1 }));
  expect(events.slice(0, 3)).toEqual([
    { type: 'waiting', waiting: { for: 'compiling', network: 1, of: 2 } },
    { type: 'waiting', waiting: { for: 'compiling', network: 2, of: 2 } },
    expect.objectContaining({ type: 'networks' }),
  ]);
});

/** The events of a run whose device is lost when each of `times` is first reached, such as `step 3`. */
async function collectLosing(times: string[], changes: Changes): Promise<TrainEvent[]> {
  const { device, lose } = graphics();
  const left = new Set(times);
  const heard: TrainEvent[] = [];
  for await (const event of run(changes, device)) {
    heard.push(event);
    const at = 'step' in event ? `${event.type} ${event.step}` : event.type;
    if (left.delete(at)) lose();
  }
  expect(left).toEqual(new Set());
  return heard;
}

test('a lost device costs no number: the run is the one without the loss', async () => {
  const settings = { steps: 16, every: 7 };
  const undisturbed = await collect(run(settings));
  const before = tf.memory().numTensors;
  // In the first checkpoint, between two networks' steps, between two tests, soon after a checkpoint.
  const times = ['progress 1', 'step 3', 'measurement 14', 'step 15'];
  const disturbed = await collectLosing(times, settings);
  expect(kept(disturbed)).toEqual(kept(undisturbed));
  const losses = of(disturbed, 'rolledBack');
  expect(losses.map(({ lostAt }) => lostAt)).toEqual([1, 3, 14, 15]);
  for (const { lostAt, resumedFrom } of losses) expect(resumedFrom).toBeLessThanOrEqual(lostAt);
  expect(losses.at(-1)?.resumedFrom).toBeGreaterThan(1);
  expect(disturbed.at(-1)).toEqual({ type: 'done', step: 16, reason: 'finished' });
  expect(tf.memory().numTensors).toBe(before);
});

test('a device lost while it warms up takes back nothing', async () => {
  const events = await collectLosing(['waiting'], { steps: 2 });
  expect(of(events, 'rolledBack')).toEqual([]);
  expect(of(events, 'engine')).toHaveLength(1);
  expect(kept(events)).toEqual(kept(await collect(run({ steps: 2 }))));
});

test('what the device cannot help with comes out, and nothing stays behind', async () => {
  const before = tf.memory().numTensors;
  const feed = (batchAt: RunData['batches']['batchAt']) =>
    train(config, { ...data, batches: { batchAt } }, processor);
  const broken = feed(() => Promise.reject(new Error('No picture.')));
  await expect(collect(broken)).rejects.toThrow('No picture.');
  const misshapen = feed(() => Promise.resolve({ ...batchOf(8, 1), labels: new Int32Array(7) }));
  await expect(collect(misshapen)).rejects.toThrow(/shape/i);
  expect(tf.memory().numTensors).toBe(before);
});
