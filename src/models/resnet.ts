import type * as tf from '@tensorflow/tfjs-core';
import { resnet34Stages } from '../contract/resnet34.ts';
import { BatchNorm2d } from '../nn/batchnorm2d.ts';
import { Conv2d } from '../nn/conv2d.ts';
import { globalAveragePool } from '../nn/globalAveragePool.ts';
import { Linear } from '../nn/linear.ts';
import { maxPool } from '../nn/maxPool.ts';
import { Module } from '../nn/module.ts';
import type { Norm, NormLayer, SumHook } from '../nn/norm.ts';
import { Sequential, type Layer } from '../nn/sequential.ts';
import type { FeatureMaps, Logits } from '../nn/tensors.ts';
import { ZeroPaddedShortcut } from '../nn/zeroPaddedShortcut.ts';
import { Network, placeBlocks, type Block, type PlacedBlock } from './network.ts';

/** What a shortcut does where dimensions grow: pad with zeros (A) or project (B). */
export type ShortcutOption = 'A' | 'B';

/** y = relu(F(x) + x), He et al. 2015, equation 1 and figure 2: F is two 3×3 convolutions. */
export class ResidualBlock extends Module {
  conv1: Conv2d;
  bn1: Norm;
  conv2: Conv2d;
  bn2: Norm;

  constructor(channels: number, normLayer: NormLayer = BatchNorm2d) {
    super();
    this.conv1 = new Conv2d(channels, channels, 3, { padding: 1 });
    this.bn1 = new normLayer(channels);
    this.conv2 = new Conv2d(channels, channels, 3, { padding: 1 });
    this.bn2 = new normLayer(channels);
  }

  branchWeights(): tf.Variable[] {
    return [this.conv1.weight, this.conv2.weight];
  }

  /** x [batch, height, width, channels] → y, of the same shape. */
  forward(x: FeatureMaps, hook?: SumHook): FeatureMaps {
    const identity = x;
    let out = this.bn1.forward(this.conv1.forward(x), { relu: true });
    out = this.conv2.forward(out);
    // y = relu(F(x) + x)
    return this.bn2.forward(out, { add: identity, relu: true, hook });
  }
}

/**
 * y = relu(F(x) + W x), He et al. 2015, equation 2: F halves height and width and widens to `outChannels`,
 * and the shortcut W follows by option A or B.
 */
export class DownsamplingBlock extends Module {
  conv1: Conv2d;
  bn1: Norm;
  conv2: Conv2d;
  bn2: Norm;
  downsample: Layer;

  constructor(
    inChannels: number,
    outChannels: number,
    shortcut: ShortcutOption,
    normLayer: NormLayer = BatchNorm2d,
  ) {
    super();
    this.conv1 = new Conv2d(inChannels, outChannels, 3, { stride: 2, padding: 1 });
    this.bn1 = new normLayer(outChannels);
    this.conv2 = new Conv2d(outChannels, outChannels, 3, { padding: 1 });
    this.bn2 = new normLayer(outChannels);
    this.downsample =
      shortcut === 'A'
        ? new ZeroPaddedShortcut(outChannels)
        : new Sequential(
            new Conv2d(inChannels, outChannels, 1, { stride: 2 }),
            new normLayer(outChannels),
          );
  }

  branchWeights(): tf.Variable[] {
    return [this.conv1.weight, this.conv2.weight];
  }

  /** x [batch, height, width, in] → y [batch, height/2, width/2, out]. */
  forward(x: FeatureMaps, hook?: SumHook): FeatureMaps {
    const identity = this.downsample.forward(x);
    let out = this.bn1.forward(this.conv1.forward(x), { relu: true });
    out = this.conv2.forward(out);
    // y = relu(F(x) + W x)
    return this.bn2.forward(out, { add: identity, relu: true, hook });
  }
}

/**
 * ResNet-34 (He et al. 2015, table 1) as torchvision's `resnet34` lays it out: shortcuts by option B, no
 * bias in convolutions, the same keys. With 1,000 classes it has 21,797,672 parameters.
 */
export class ResNet34 extends Network {
  conv1: Conv2d;
  bn1: BatchNorm2d;
  layer1: Sequential<Block>;
  layer2: Sequential<Block>;
  layer3: Sequential<Block>;
  layer4: Sequential<Block>;
  fc: Linear;

  constructor(classes = 1000) {
    super();
    this.conv1 = new Conv2d(3, 64, 7, { stride: 2, padding: 3 });
    this.bn1 = new BatchNorm2d(64);
    const [stage1, stage2, stage3, stage4] = resnet34Stages;
    this.layer1 = createStage(64, stage1);
    this.layer2 = createStage(stage1.channels, stage2);
    this.layer3 = createStage(stage2.channels, stage3);
    this.layer4 = createStage(stage3.channels, stage4);
    this.fc = new Linear(stage4.channels, classes);
  }

  /** Pictures [batch, height, width, 3] → [batch, height/4, width/4, 64]. */
  stem(x: FeatureMaps): FeatureMaps {
    return maxPool(this.bn1.forward(this.conv1.forward(x), { relu: true }));
  }

  blocks(): PlacedBlock[] {
    return placeBlocks({
      layer1: this.layer1, // [batch, height/4, width/4, 64]
      layer2: this.layer2, // [batch, height/8, width/8, 128]
      layer3: this.layer3, // [batch, height/16, width/16, 256]
      layer4: this.layer4, // [batch, height/32, width/32, 512]
    });
  }

  /** Feature maps [batch, height, width, 512] → logits [batch, classes]. */
  head(x: FeatureMaps): Logits {
    return this.fc.forward(globalAveragePool(x));
  }
}

function createStage(
  inChannels: number,
  { blocks, channels }: (typeof resnet34Stages)[number],
): Sequential<Block> {
  const first =
    inChannels === channels
      ? new ResidualBlock(channels)
      : new DownsamplingBlock(inChannels, channels, 'B');
  const others = Array.from({ length: blocks - 1 }, () => new ResidualBlock(channels));
  return new Sequential<Block>(first, ...others);
}
