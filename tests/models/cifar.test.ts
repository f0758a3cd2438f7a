import * as tf from '@tensorflow/tfjs-core';
import { expect, test } from 'vitest';
import { createCifarNetwork, type CifarNetworkOptions } from '../../src/models/cifar.ts';
import { namedTensors, parameterCount } from '../../src/nn/module.ts';
import { stateDict } from '../../src/nn/state.ts';
import { describeBackends } from '../reference/backends.ts';

const base: CifarNetworkOptions = {
  kind: 'residual',
  depth: 8,
  width: 2,
  shortcut: 'A',
  seed: 1,
};

/** He et al. 2015, table 6, gives these in millions. */
const published = [
  { depth: 20, millions: 0.27 },
  { depth: 56, millions: 0.85 },
];

describeBackends('CIFAR networks', () => {
  test.each(published)(
    'have $millions million parameters at depth $depth',
    ({ depth, millions }) => {
      for (const kind of ['plain', 'residual'] as const) {
        const network = createCifarNetwork({ ...base, kind, depth, width: 16 });
        expect(Math.round(parameterCount(network) / 1e4) / 100).toBe(millions);
        network.dispose();
      }
    },
  );

  test.each([21, 2, 9, 8.5, NaN, -4])('have no depth %d', (depth) => {
    expect(() => createCifarNetwork({ ...base, depth })).toThrow(
      `A CIFAR network has 6n + 2 layers, such as 8, 14, 20, 32, 44, 56 or 110; ${depth} is not one of these.`,
    );
  });

  test('are keyed as torchvision keys its ResNets', () => {
    const network = createCifarNetwork({ ...base, shortcut: 'B' });
    const keys = namedTensors(network).map(([key]) => key);
    expect(keys).toContain('layer2.0.downsample.0.weight');
    expect(keys).toContain('layer2.0.downsample.1.running_var');
    expect(keys.slice(0, 6)).toEqual([
      'conv1.weight',
      'bn1.weight',
      'bn1.bias',
      'bn1.running_mean',
      'bn1.running_var',
      'layer1.0.conv1.weight',
    ]);
    expect(keys.slice(-2)).toEqual(['fc.weight', 'fc.bias']);
    network.dispose();
  });

  test('start from equal weights where seed, depth and width are equal', async () => {
    const states = [];
    for (const change of [{ kind: 'plain' }, { shortcut: 'A' }, { shortcut: 'B' }] as const) {
      const network = createCifarNetwork({ ...base, ...change });
      states.push(await stateDict(network));
      network.dispose();
    }
    const [plain, padded, projected] = states;
    expect(padded).toEqual(plain);
    expect(projected).toMatchObject(plain!);
    expect(Object.keys(projected!).length).toBe(Object.keys(plain!).length + 2 * 5);
  });

  test.each([
    { size: 8, classes: 10 },
    { size: 5, classes: 2 },
  ])('take pictures of any size: %o', ({ size, classes }) => {
    for (const kind of ['plain', 'residual'] as const) {
      const network = createCifarNetwork({ ...base, kind, classes });
      const logits = tf.tidy(() => network.forward(tf.ones([2, size, size, 3])));
      expect(logits.shape).toEqual([2, classes]);
      logits.dispose();
      network.dispose();
    }
  });

  test('start with the last norm of each block at the scale that is asked for', async () => {
    const network = createCifarNetwork({ ...base, lastScale: 0.25 });
    const state = await stateDict(network);
    expect(Array.from(state['layer2.0.bn2.weight']!.data)).toEqual([0.25, 0.25, 0.25, 0.25]);
    expect(Array.from(state['layer2.0.bn1.weight']!.data)).toEqual([1, 1, 1, 1]);
    network.dispose();
  });

  test('residual blocks that start at 0 pass their input on', async () => {
    const network = createCifarNetwork({ ...base, lastScale: 0 });
    const input = tf.randomUniform<tf.Rank.R4>([2, 4, 4, 2], 0, 1, 'float32', 1);
    const output = tf.tidy(() => network.blocks()[0]!.block.forward(input));
    expect(Array.from(await output.data())).toEqual(Array.from(await input.data()));
    tf.dispose([input, output]);
    network.dispose();
  });
});
