import { BatchNorm2d } from '../nn/batchnorm2d.ts';
import { Conv2d } from '../nn/conv2d.ts';
import { globalAveragePool } from '../nn/globalAveragePool.ts';
import { initialise } from '../nn/initialise.ts';
import { Linear } from '../nn/linear.ts';
import { Module } from '../nn/module.ts';
import { Sequential, type Layer } from '../nn/sequential.ts';
import type { FeatureMaps, Logits } from '../nn/tensors.ts';
import { PlainBlock } from './plain.ts';
import { DownsamplingBlock, ResidualBlock, type ShortcutOption } from './resnet.ts';

export interface CifarNetworkOptions {
  kind: 'plain' | 'residual';
  /** 6n + 2: a stem, three stages of n blocks of two convolutions, and a linear layer. */
  depth: number;
  /** Channels of the first stage (16 in the paper); the next two have twice and four times as many. */
  width: number;
  /** For residual networks: what shortcuts do where dimensions grow. */
  shortcut: ShortcutOption;
  classes?: number;
  /** Equal seeds give equal weights, also to the layers that a plain and a residual network share. */
  seed: number;
}

/** The networks of He et al. 2015, section 4.2, for pictures of any size. */
export class CifarNetwork extends Module {
  conv1: Conv2d;
  bn1: BatchNorm2d;
  layer1: Sequential;
  layer2: Sequential;
  layer3: Sequential;
  fc: Linear;

  constructor({ kind, depth, width, shortcut, classes = 10 }: Omit<CifarNetworkOptions, 'seed'>) {
    super();
    const blocks = blocksPerStage(depth);
    const stage = (inChannels: number, outChannels: number) =>
      new Sequential(
        ...Array.from({ length: blocks }, (_, i) =>
          createBlock(kind, i === 0 ? inChannels : outChannels, outChannels, shortcut),
        ),
      );
    this.conv1 = new Conv2d(3, width, 3, { padding: 1 });
    this.bn1 = new BatchNorm2d(width);
    this.layer1 = stage(width, width);
    this.layer2 = stage(width, 2 * width);
    this.layer3 = stage(2 * width, 4 * width);
    this.fc = new Linear(4 * width, classes);
  }

  /** Pictures [batch, height, width, 3] → logits [batch, classes]. Call it in a tidy. */
  forward(x: FeatureMaps): Logits {
    let out = this.bn1.forward(this.conv1.forward(x), { relu: true }); // [batch, height, width, w]
    out = this.layer1.forward(out); // [batch, height, width, w]
    out = this.layer2.forward(out); // [batch, height/2, width/2, 2w]
    out = this.layer3.forward(out); // [batch, height/4, width/4, 4w]
    return this.fc.forward(globalAveragePool(out)); // [batch, classes]
  }
}

/**
 * A CIFAR network with weights drawn from its seed, in training mode.
 * @throws when the depth is not 6n + 2
 */
export function createCifarNetwork({ seed, ...shape }: CifarNetworkOptions): CifarNetwork {
  const network = new CifarNetwork(shape);
  initialise(network, seed);
  return network;
}

function createBlock(
  kind: 'plain' | 'residual',
  inChannels: number,
  outChannels: number,
  shortcut: ShortcutOption,
): Layer {
  const grows = inChannels !== outChannels;
  if (kind === 'plain') return new PlainBlock(inChannels, outChannels, grows ? 2 : 1);
  return grows
    ? new DownsamplingBlock(inChannels, outChannels, shortcut)
    : new ResidualBlock(outChannels);
}

/** @throws when the depth is not 6n + 2 */
export function blocksPerStage(depth: number): number {
  const blocks = (depth - 2) / 6;
  if (Number.isInteger(blocks) && blocks >= 1) return blocks;
  throw new Error(
    `A CIFAR network has 6n + 2 layers, such as 8, 14, 20, 32, 44, 56 or 110; ${depth} is not one of these.`,
  );
}
