import { expect, test } from 'vitest';
import { BatchNorm2d } from '../../src/nn/batchnorm2d.ts';
import { Conv2d } from '../../src/nn/conv2d.ts';
import { Module, namedModules, namedTensors, parameterCount } from '../../src/nn/module.ts';
import { Sequential } from '../../src/nn/sequential.ts';
import { describeBackends } from '../reference/backends.ts';

class Network extends Module {
  conv1 = new Conv2d(3, 4, 3);
  layer1 = new Sequential(new Conv2d(4, 4, 1), new BatchNorm2d(4));
  heads = [new Conv2d(4, 2, 1)];
  note = 'no tensor';
}

describeBackends('Module', () => {
  test('names tensors by the path of fields, as PyTorch does', () => {
    const network = new Network();
    expect(namedTensors(network).map(([key]) => key)).toEqual([
      'conv1.weight',
      'layer1.0.weight',
      'layer1.1.weight',
      'layer1.1.bias',
      'layer1.1.running_mean',
      'layer1.1.running_var',
      'heads.0.weight',
    ]);
    network.dispose();
  });

  test('counts what is trained, not the running statistics', () => {
    const network = new Network();
    expect(network.parameters()).toHaveLength(5);
    expect(parameterCount(network)).toBe(3 * 3 * 3 * 4 + 4 * 4 + 2 * 4 + 4 * 2);
    network.dispose();
  });

  test('switches everything inside to evaluation and back', () => {
    const network = new Network();
    const modes = () => new Set(namedModules(network).map(([, { training }]) => training));
    expect(modes()).toEqual(new Set([true]));
    expect(network.eval()).toBe(network);
    expect(modes()).toEqual(new Set([false]));
    expect(network.train()).toBe(network);
    expect(modes()).toEqual(new Set([true]));
    network.dispose();
  });
});
