import type * as tf from '@tensorflow/tfjs-core';
import { BatchNorm2d } from '../nn/batchnorm2d.ts';
import { Conv2d } from '../nn/conv2d.ts';
import { Module } from '../nn/module.ts';
import type { Norm, NormLayer, SumHook } from '../nn/norm.ts';
import type { FeatureMaps } from '../nn/tensors.ts';

/** y = relu(F(x)): a residual block without its shortcut, of the same keys and shapes. */
export class PlainBlock extends Module {
  conv1: Conv2d;
  bn1: Norm;
  conv2: Conv2d;
  bn2: Norm;

  /** @param stride 2 halves height and width, with the first convolution */
  constructor(
    inChannels: number,
    outChannels: number,
    stride = 1,
    normLayer: NormLayer = BatchNorm2d,
  ) {
    super();
    this.conv1 = new Conv2d(inChannels, outChannels, 3, { stride, padding: 1 });
    this.bn1 = new normLayer(outChannels);
    this.conv2 = new Conv2d(outChannels, outChannels, 3, { padding: 1 });
    this.bn2 = new normLayer(outChannels);
  }

  branchWeights(): tf.Variable[] {
    return [this.conv1.weight, this.conv2.weight];
  }

  /** x [batch, height, width, in] → y [batch, height/stride, width/stride, out]. */
  forward(x: FeatureMaps, hook?: SumHook): FeatureMaps {
    let out = this.bn1.forward(this.conv1.forward(x), { relu: true });
    out = this.conv2.forward(out);
    // y = relu(F(x))
    return this.bn2.forward(out, { relu: true, hook });
  }
}
