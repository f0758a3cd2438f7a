import type { CifarNetwork } from '../../../src/models/cifar.ts';
import { DownsamplingBlock, ResidualBlock } from '../../../src/models/resnet.ts';
import type { BatchNorm2d } from '../../../src/nn/batchnorm2d.ts';
import type { Conv2d } from '../../../src/nn/conv2d.ts';

/** What the operations of a residual network are, for somebody who writes them another way. */
export interface Operations<T> {
  convolve(x: T, layer: Conv2d): T;
  normalise(x: T, layer: BatchNorm2d): T;
  relu(x: T): T;
  add(a: T, b: T): T;
  /** The shortcut of option A: half the height and width, twice the channels. */
  subsample(x: T): T;
}

/** A residual network up to its last feature maps, with given operations in place of the layers' own. */
export function walkCifar<T>(network: CifarNetwork, x: T, operations: Operations<T>): T {
  const { convolve, normalise, relu, add, subsample } = operations;
  let out = relu(normalise(convolve(x, network.conv1), network.bn1));
  for (const stage of [network.layer1, network.layer2, network.layer3]) {
    for (const block of Object.values(stage) as unknown[]) {
      if (!(block instanceof ResidualBlock || block instanceof DownsamplingBlock)) continue;
      const identity = block instanceof ResidualBlock ? out : subsample(out);
      const branch = relu(normalise(convolve(out, block.conv1), block.bn1));
      out = relu(add(normalise(convolve(branch, block.conv2), block.bn2), identity));
    }
  }
  return out;
}
