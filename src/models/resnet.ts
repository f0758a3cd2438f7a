import { BatchNorm2d } from '../nn/batchnorm2d.ts';
import { Conv2d } from '../nn/conv2d.ts';
import { globalAveragePool } from '../nn/globalAveragePool.ts';
import { Linear } from '../nn/linear.ts';
import { maxPool } from '../nn/maxPool.ts';
import { Module } from '../nn/module.ts';
import { Sequential, type Layer } from '../nn/sequential.ts';
import type { FeatureMaps, Logits } from '../nn/tensors.ts';
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

  /** x [batch, height, width, channels] → y, of the same shape. */
  forward(x: FeatureMaps): FeatureMaps {
    const out = this.bn1.forward(this.conv1.forward(x), { relu: true });
    // y = relu(F(x) + x)
    return this.bn2.forward(this.conv2.forward(out), { add: x, relu: true });
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

  /** x [batch, height, width, in] → y [batch, height/2, width/2, out]. */
  forward(x: FeatureMaps): FeatureMaps {
    const identity = this.downsample.forward(x);
    let out = this.bn1.forward(this.conv1.forward(x), { relu: true });
    out = this.conv2.forward(out);
    // y = relu(F(x) + W x)
    return this.bn2.forward(out, { add: identity, relu: true });
  }
}

/**
 * ResNet-34 (He et al. 2015, table 1) as torchvision's `resnet34` lays it out: shortcuts by option B, no
 * bias in convolutions, the same keys. With 1,000 classes it has 21,797,672 parameters.
 */
export class ResNet34 extends Module {
  conv1: Conv2d;
  bn1: BatchNorm2d;
  layer1: Sequential;
  layer2: Sequential;
  layer3: Sequential;
  layer4: Sequential;
  fc: Linear;

  constructor(classes = 1000) {
    super();
    this.conv1 = new Conv2d(3, 64, 7, { stride: 2, padding: 3 });
    this.bn1 = new BatchNorm2d(64);
    this.layer1 = createStage(3, 64, 64);
    this.layer2 = createStage(4, 64, 128);
    this.layer3 = createStage(6, 128, 256);
    this.layer4 = createStage(3, 256, 512);
    this.fc = new Linear(512, classes);
  }

  /** Pictures [batch, height, width, 3] → logits [batch, classes]. Call it in a tidy. */
  forward(x: FeatureMaps): Logits {
    let out = this.stem(x); // [batch, height/4, width/4, 64]
    out = this.layer1.forward(out); // [batch, height/4, width/4, 64]
    out = this.layer2.forward(out); // [batch, height/8, width/8, 128]
    out = this.layer3.forward(out); // [batch, height/16, width/16, 256]
    out = this.layer4.forward(out); // [batch, height/32, width/32, 512]
    return this.head(out);
  }

  /** Pictures [batch, height, width, 3] → [batch, height/4, width/4, 64]. */
  stem(x: FeatureMaps): FeatureMaps {
    return maxPool(this.bn1.forward(this.conv1.forward(x), { relu: true }));
  }

  /** The last stage's feature maps [batch, height, width, 512] → logits [batch, classes]. */
  head(x: FeatureMaps): Logits {
    return this.fc.forward(globalAveragePool(x));
  }
}

function createStage(blocks: number, inChannels: number, outChannels: number): Sequential {
  const first =
    inChannels === outChannels
      ? new ResidualBlock(outChannels)
      : new DownsamplingBlock(inChannels, outChannels, 'B');
  const others = Array.from({ length: blocks - 1 }, () => new ResidualBlock(outChannels));
  return new Sequential(first, ...others);
}
