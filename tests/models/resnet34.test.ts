import { expect, test } from 'vitest';
import { ResNet34 } from '../../src/models/resnet.ts';
import { namedTensors, parameterCount } from '../../src/nn/module.ts';
import { describeFastBackends } from '../reference/backends.ts';

describeFastBackends('ResNet-34', () => {
  test('has the tensors and the parameters of torchvision’s, for any number of classes', () => {
    const network = new ResNet34();
    const keys = namedTensors(network).map(([key]) => key);
    expect(keys).toHaveLength(182);
    expect(keys.slice(0, 2)).toEqual(['conv1.weight', 'bn1.weight']);
    expect(keys).toContain('layer1.0.conv1.weight');
    expect(keys).toContain('layer4.0.downsample.1.running_var');
    expect(keys).not.toContain('layer1.0.downsample.0.weight');
    expect(parameterCount(network)).toBe(21_797_672);
    network.dispose();
    const small = new ResNet34(200);
    expect(parameterCount(small)).toBe(21_387_272);
    small.dispose();
  });
});
