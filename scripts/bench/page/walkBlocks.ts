import { twoConvolutions, type PlacedBlock } from '../../../src/models/network.ts';
import { DownsamplingBlock } from '../../../src/models/resnet.ts';
import type { Conv2d } from '../../../src/nn/conv2d.ts';
import type { Norm } from '../../../src/nn/norm.ts';
import type { Layer } from '../../../src/nn/sequential.ts';

/** What the operations of a residual network are, for somebody who writes them another way. */
export interface Operations<T> {
  convolve(x: T, layer: Conv2d): T;
  normalise(x: T, layer: Norm): T;
  relu(x: T): T;
  add(a: T, b: T): T;
  /** The shortcut where dimensions grow. */
  downsample(x: T, layer: Layer): T;
}

/** Residual blocks with given operations in place of the layers' own. */
export function walkBlocks<T>(blocks: PlacedBlock[], x: T, operations: Operations<T>): T {
  const { convolve, normalise, relu, add, downsample } = operations;
  return blocks.reduce((out, { block }) => {
    const identity = block instanceof DownsamplingBlock ? downsample(out, block.downsample) : out;
    const { conv1, bn1, conv2, bn2 } = twoConvolutions(block);
    let branch = relu(normalise(convolve(out, conv1), bn1));
    branch = normalise(convolve(branch, conv2), bn2);
    return relu(add(branch, identity));
  }, x);
}
