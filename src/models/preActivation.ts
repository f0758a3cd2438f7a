import * as tf from '@tensorflow/tfjs-core';
import { BatchNorm2d } from '../nn/batchnorm2d.ts';
import { Conv2d } from '../nn/conv2d.ts';
import { Module } from '../nn/module.ts';
import { follow, type Norm, type NormLayer, type SumHook } from '../nn/norm.ts';
import type { Layer } from '../nn/sequential.ts';
import type { FeatureMaps } from '../nn/tensors.ts';
import { ZeroPaddedShortcut } from '../nn/zeroPaddedShortcut.ts';
import type { ShortcutOption } from './resnet.ts';

/**
 * y = x + F(x), He et al. 2016, figure 1(b): norm and ReLU come before each convolution, and nothing comes after
 * the sum. Where dimensions grow, the shortcut starts after the first norm and ReLU.
 */
export class PreActivationBlock extends Module {
  bn1: Norm;
  conv1: Conv2d;
  bn2: Norm;
  conv2: Conv2d;
  downsample?: Layer;

  constructor(
    inChannels: number,
    outChannels: number,
    shortcut: ShortcutOption,
    normLayer: NormLayer = BatchNorm2d,
  ) {
    super();
    const grows = inChannels !== outChannels;
    const stride = grows ? 2 : 1;
    this.bn1 = new normLayer(inChannels);
    this.conv1 = new Conv2d(inChannels, outChannels, 3, { stride, padding: 1 });
    this.bn2 = new normLayer(outChannels);
    this.conv2 = new Conv2d(outChannels, outChannels, 3, { padding: 1 });
    if (grows)
      this.downsample =
        shortcut === 'A'
          ? new ZeroPaddedShortcut(outChannels)
          : new Conv2d(inChannels, outChannels, 1, { stride });
  }

  branchWeights(): tf.Variable[] {
    return [this.conv1.weight, this.conv2.weight];
  }

  /** x [batch, height, width, in] → y [batch, height/stride, width/stride, out]. */
  forward(x: FeatureMaps, hook?: SumHook): FeatureMaps {
    let out = this.bn1.forward(x, { relu: true });
    const identity = this.downsample ? this.downsample.forward(out) : x;
    out = this.bn2.forward(this.conv1.forward(out), { relu: true });
    out = this.conv2.forward(out);
    // y = F(x) + x
    return hook ? follow(out, { add: identity, hook }) : tf.add(out, identity);
  }
}
