import '@tensorflow/tfjs-backend-cpu';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, test } from 'vitest';
import type { NetworkConfig } from '../../src/contract/runConfig.ts';
import {
  placesOf,
  removalOf,
  type TrainedFinding,
  type TrainedQuestion,
} from '../../src/contract/trainedNetwork.ts';
import { trainedNetwork } from '../../src/experiments/trainedNetwork.ts';
import { registerKernels } from '../../src/kernels/register.ts';
import { collect, fakePictures } from './fakePictures.ts';
import { everyKind, valuesOf } from './trainedValues.ts';

const size = 6;
const pictures = 120;
const networks = everyKind({ depth: 14, width: 2 });
const [plain, , residual, projecting] = networks as [
  NetworkConfig,
  NetworkConfig,
  NetworkConfig,
  NetworkConfig,
];

beforeAll(async () => {
  await tf.setBackend('cpu');
  registerKernels();
});

async function ask(network: NetworkConfig, ...asks: TrainedQuestion[]): Promise<TrainedFinding[]> {
  const values = valuesOf(network);
  const settings = { network, values, pictures, pictureSize: size, asks };
  return collect(trainedNetwork(settings, { pictures: fakePictures }));
}
const of = <T extends TrainedFinding['type']>(found: TrainedFinding[], type: T) =>
  found.filter((one): one is Extract<TrainedFinding, { type: T }> => one.type === type);

test('a block that changes the shape leaves its shortcut, and a plain one cannot be missing', () => {
  const removals = (network: NetworkConfig) =>
    placesOf(network).map((_, block) => removalOf(network, block));
  expect(placesOf(plain)).toEqual([
    ...['layer1.0', 'layer1.1', 'layer2.0', 'layer2.1', 'layer3.0', 'layer3.1'],
  ]);
  expect(removals(plain)).toEqual([
    ...['identity', 'identity', 'impossible', 'identity', 'impossible', 'identity'],
  ]);
  expect(removals(residual)).toEqual([
    ...['identity', 'identity', 'shortcut', 'identity', 'shortcut', 'identity'],
  ]);
});

test('all test pictures are sorted, and the filters are the first weights', async () => {
  const found = await ask(residual, { about: 'network' });
  const weights = valuesOf(residual)[0]!;
  expect(of(found, 'filters')[0]!.filters).toEqual(
    [0, 1].map((filter) => weights.filter((_, at) => at % 2 === filter)),
  );
  const { guesses, labels, pixels } = of(found, 'sorted')[0]!;
  expect([guesses.length, labels.length]).toEqual([pictures, pictures]);
  expect(new Set(guesses).size).toBeGreaterThan(1);
  expect(of(found, 'tested').map((done) => done.pictures)).toEqual([100, 120]);
  const raw = await fakePictures.raw(pictures, size);
  expect(pixels[5]).toBe(Math.round(255 * raw.pictures[5]!));
});

describe.each(networks)('$id', (network) => {
  test('every removal is what the network answers without the block', async () => {
    const before = tf.memory().numTensors;
    const found = await ask(
      network,
      { about: 'network' },
      { about: 'lesions', from: 0 },
      { about: 'picture', picture: 3, place: 'layer2.1' },
    );
    expect(tf.memory().numTensors).toBe(before);
    const lesions = of(found, 'lesion');
    expect(lesions.map(({ block }) => block)).toEqual([0, 1, 2, 3, 4, 5]);
    const { labels, guesses } = of(found, 'sorted')[0]!;
    const expected = placesOf(network).map((_, block) => removalOf(network, block));
    for (const { block, testError } of lesions) {
      if (expected[block] === 'impossible') expect(testError).toBeNull();
      else expect(testError! * pictures).toBeCloseTo(Math.round(testError! * pictures), 6);
    }

    // Each picture asked alone, without the fourth block, makes the same error.
    const asks = Array.from(labels, (_, picture) => ({
      ...({ about: 'picture', picture, place: 'layer2.1' } as const),
    }));
    const looked = of(await ask(network, ...asks), 'looked');
    const best = (values: number[]) => values.indexOf(Math.max(...values));
    expect(looked.map(({ probabilities }) => best(probabilities))).toEqual([...guesses]);
    const wrong = looked.filter(({ without, picture }) => best(without!) !== labels[picture]);
    expect(wrong.length / pictures).toBeCloseTo(lesions[3]!.testError!, 6);
    expect(looked.some(({ without, probabilities }) => without![0] !== probabilities[0])).toBe(
      true,
    );
  });
});

test('a study goes on where it was left', async () => {
  const whole = of(await ask(projecting, { about: 'lesions', from: 0 }), 'lesion');
  expect(of(await ask(projecting, { about: 'lesions', from: 4 }), 'lesion')).toEqual(
    whole.slice(4),
  );
});

test.each(networks)('the maps of $id add up as its equation says', async (network) => {
  const place = 'layer1.1';
  const [found] = of(await ask(network, { about: 'picture', picture: 0, place }), 'looked');
  expect(found).toMatchObject({ place, side: size, channels: 2 });
  expect(found!.strongest).toHaveLength(2);
  for (const { branch, shortcut, y, largest } of found!.strongest) {
    expect(shortcut === null).toBe(network.kind === 'plain');
    const sums = branch!.map((value, i) => value + (shortcut?.[i] ?? 0));
    const expected = network.preActivation ? sums : sums.map((sum) => Math.max(0, sum));
    for (const [i, value] of y.entries()) expect(value).toBeCloseTo(expected[i]!, 4);
    expect(Math.max(...[...y, ...branch!, ...(shortcut ?? [])].map(Math.abs))).toBe(largest);
  }
});

test('an experiment that is left frees its network', async () => {
  const before = tf.memory().numTensors;
  const asks = [{ about: 'lesions', from: 0 } as const];
  const settings = { network: residual, values: valuesOf(residual), pictures, pictureSize: size };
  const study = trainedNetwork({ ...settings, asks }, { pictures: fakePictures });
  await study.next();
  await study.return();
  expect(tf.memory().numTensors).toBe(before);
});
