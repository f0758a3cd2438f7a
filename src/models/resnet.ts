import { BatchNorm2d } from '../nn/batchnorm2d.ts';
import { Conv2d } from '../nn/conv2d.ts';
import { Module } from '../nn/module.ts';
import { Sequential, type Layer } from '../nn/sequential.ts';
import type { FeatureMaps } from '../nn/tensors.ts';
import { ZeroPaddedShortcut } from '../nn/zeroPaddedShortcut.ts';

/** What a shortcut does where dimensions grow: pad with zeros (A) or project (B). */
export type ShortcutOption = 'A' | 'B';

/** y = relu(F(x) + x), He et al. 2015, equation 1 and figure 2: F is two 3×3 convolutions. */
export class ResidualBlock extends Module {
  conv1: Conv2d;
  bn1: BatchNorm2d;
  conv2: Conv2d;
  bn2: BatchNorm2d;

  constructor(channels: number) {
    super();
    this.conv1 = new Conv2d(channels, channels, 3, { padding: 1 });
    this.bn1 = new BatchNorm2d(channels);
    this.conv2 = new Conv2d(channels, channels, 3, { padding: 1 });
    this.bn2 = new BatchNorm2d(channels);
  }

  forward(x: FeatureMaps): FeatureMaps {
    const out = this.bn1.forward(this.conv1.forward(x), { relu: true }); // [batch, height, width, channels]
    return this.bn2.forward(this.conv2.forward(out), { add: x, relu: true }); // y = relu(F(x) + x)
  }
}

/**
 * y = relu(F(x) + W x), He et al. 2015, equation 2: F halves height and width and widens to `outChannels`,
 * and the shortcut W follows by option A or B.
 */
export class DownsamplingBlock extends Module {
  conv1: Conv2d;
  bn1: BatchNorm2d;
  conv2: Conv2d;
  bn2: BatchNorm2d;
  downsample: Layer;

  constructor(inChannels: number, outChannels: number, shortcut: ShortcutOption) {
    super();
    this.conv1 = new Conv2d(inChannels, outChannels, 3, { stride: 2, padding: 1 });
    this.bn1 = new BatchNorm2d(outChannels);
    this.conv2 = new Conv2d(outChannels, outChannels, 3, { padding: 1 });
    this.bn2 = new BatchNorm2d(outChannels);
    this.downsample =
      shortcut === 'A'
        ? new ZeroPaddedShortcut(outChannels)
        : new Sequential(
            new Conv2d(inChannels, outChannels, 1, { stride: 2 }),
            new BatchNorm2d(outChannels),
          );
  }

  forward(x: FeatureMaps): FeatureMaps {
    const identity = this.downsample.forward(x); // [batch, height/2, width/2, out]
    const out = this.bn1.forward(this.conv1.forward(x), { relu: true }); // [batch, height/2, width/2, out]
    return this.bn2.forward(this.conv2.forward(out), { add: identity, relu: true }); // y = relu(F(x) + W x)
  }
}
