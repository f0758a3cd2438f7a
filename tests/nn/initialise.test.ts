import { expect, test } from 'vitest';
import { Conv2d } from '../../src/nn/conv2d.ts';
import { initialise } from '../../src/nn/initialise.ts';
import { Linear } from '../../src/nn/linear.ts';
import { Module } from '../../src/nn/module.ts';
import { stateDict } from '../../src/nn/state.ts';
import { describeBackends } from '../reference/backends.ts';

class Small extends Module {
  conv1 = new Conv2d(16, 32, 3);
  fc = new Linear(64, 1000);
}

class Larger extends Module {
  extra = new Conv2d(3, 3, 3);
  conv1 = new Conv2d(16, 32, 3);
}

async function drawn(module: Module, seed: number) {
  initialise(module, seed);
  const state = await stateDict(module);
  module.dispose();
  return state;
}

function deviation(values: Float32Array): number {
  return Math.sqrt(values.reduce((sum, value) => sum + value * value, 0) / values.length);
}

describeBackends('initialise', () => {
  test('draws a parameter from the seed and its key alone', async () => {
    const small = await drawn(new Small(), 7);
    expect(await drawn(new Small(), 7)).toEqual(small);
    expect((await drawn(new Larger(), 7))['conv1.weight']).toEqual(small['conv1.weight']);
    expect((await drawn(new Small(), 8))['conv1.weight']).not.toEqual(small['conv1.weight']);
  });

  test('spreads convolutions as He et al. and linear layers as PyTorch do', async () => {
    const state = await drawn(new Small(), 1);
    expect(deviation(state['conv1.weight']!.data)).toBeCloseTo(Math.sqrt(2 / (9 * 32)), 2);
    const bound = 1 / Math.sqrt(64);
    for (const key of ['fc.weight', 'fc.bias']) {
      const { data } = state[key]!;
      expect(Math.max(...data.map(Math.abs))).toBeLessThanOrEqual(bound);
      expect(deviation(data)).toBeCloseTo(bound / Math.sqrt(3), 2);
    }
  });
});
