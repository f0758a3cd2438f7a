import { expect, test } from 'vitest';
import { BatchNorm2d } from '../../src/nn/batchnorm2d.ts';
import { Conv2d } from '../../src/nn/conv2d.ts';
import { initialise } from '../../src/nn/initialise.ts';
import { Linear } from '../../src/nn/linear.ts';
import { Module } from '../../src/nn/module.ts';
import { loadStateDict, stateDict } from '../../src/nn/state.ts';
import { describeBackends } from '../reference/backends.ts';

class Network extends Module {
  conv1 = new Conv2d(2, 3, 2);
  bn1 = new BatchNorm2d(3);
  fc = new Linear(3, 4);
}

describeBackends('stateDict', () => {
  test('holds PyTorch’s layouts', async () => {
    const network = new Network();
    const weight = Float32Array.from({ length: 24 }, (_, i) => i);
    const state = await stateDict(network);
    expect(state['conv1.weight']!.shape).toEqual([3, 2, 2, 2]);
    expect(state['fc.weight']!.shape).toEqual([4, 3]);

    loadStateDict(network, { ...state, 'conv1.weight': { shape: [3, 2, 2, 2], data: weight } });
    // Output channel 1, input channel 0, row 1, column 0 there; [row, column, in, out] here.
    const here = (await network.conv1.weight.array()) as number[][][][];
    expect(here[1]![0]![0]![1]).toBe(((1 * 2 + 0) * 2 + 1) * 2 + 0);
    expect((await stateDict(network))['conv1.weight']!.data).toEqual(weight);
    network.dispose();
  });

  test('comes back as it went out', async () => {
    const [from, to] = [new Network(), new Network()];
    initialise(from, 1);
    loadStateDict(to, await stateDict(from));
    expect(await stateDict(to)).toEqual(await stateDict(from));
    from.dispose();
    to.dispose();
  });

  test('names the keys and shapes that do not fit, and loads nothing', async () => {
    const network = new Network();
    const state = await stateDict(network);
    const { 'fc.bias': bias, ...rest } = state;
    expect(() => loadStateDict(network, { ...rest, 'fc.beta': bias! })).toThrow(
      'The checkpoint belongs to a different network. Missing: fc.bias. Unexpected: fc.beta.',
    );

    const wrong = { shape: [3, 2, 3, 3], data: new Float32Array(54).fill(1) };
    const ones = { shape: [4], data: new Float32Array(4).fill(1) };
    const mixed = { ...state, 'fc.bias': ones, 'conv1.weight': wrong };
    expect(() => loadStateDict(network, mixed)).toThrow(
      'conv1.weight: the checkpoint has [3, 2, 3, 3] with 54 values, the network expects [3, 2, 2, 2].',
    );
    expect(await stateDict(network)).toEqual(state);

    const short = { shape: [4], data: new Float32Array(3) };
    expect(() => loadStateDict(network, { ...state, 'fc.bias': short })).toThrow('fc.bias: ');
    network.dispose();
  });

  test('passes over num_batches_tracked', async () => {
    const network = new Network();
    const tracked = { shape: [], data: new Float32Array(1) };
    const state = await stateDict(network);
    loadStateDict(network, { ...state, 'bn1.num_batches_tracked': tracked });
    expect(await stateDict(network)).toEqual(state);
    network.dispose();
  });
});
