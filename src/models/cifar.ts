import * as tf from '@tensorflow/tfjs-core';
import type { NetworkKind } from '../contract/networks.ts';
import type { TracedBlock as Trace } from '../contract/tracedBlock.ts';
import { BatchNorm2d } from '../nn/batchnorm2d.ts';
import { Conv2d } from '../nn/conv2d.ts';
import { globalAveragePool } from '../nn/globalAveragePool.ts';
import { Identity } from '../nn/identity.ts';
import { initialise } from '../nn/initialise.ts';
import { Linear } from '../nn/linear.ts';
import type { Norm, NormLayer } from '../nn/norm.ts';
import { Sequential } from '../nn/sequential.ts';
import type { FeatureMaps, Logits } from '../nn/tensors.ts';
import { Network, placeBlocks, type Block, type PlacedBlock } from './network.ts';
import { PlainBlock } from './plain.ts';
import { PreActivationBlock } from './preActivation.ts';
import { DownsamplingBlock, ResidualBlock, type ShortcutOption } from './resnet.ts';
import { TracedBlock } from './tracedBlock.ts';

export interface CifarNetworkOptions {
  kind: NetworkKind;
  /** 6n + 2: a stem, three stages of n blocks of two convolutions, and a linear layer. */
  depth: number;
  /** Channels of the first stage (16 in the paper); the next two have twice and four times as many. */
  width: number;
  /** For residual networks: what shortcuts do where dimensions grow. */
  shortcut: ShortcutOption;
  /** Norm and ReLU before the weights (He et al. 2016), for residual networks. */
  preActivation?: boolean;
  /** γ of each block's last norm at the start, 1 unless another is given; a block without batch norm has none. */
  lastScale?: number;
  classes?: number;
  /** Blocks of the reader's own, by their channels, in place of those that keep the shape. */
  own?: Record<number, Trace>;
  /** Batch norm unless another is given, such as Identity for none. */
  normLayer?: NormLayer;
  /** Equal seeds give equal weights, also to the layers that a plain and a residual network share. */
  seed: number;
}

/** What a network is before its weights are drawn. */
type Shape = Omit<CifarNetworkOptions, 'seed' | 'lastScale'>;

/** The networks of He et al. 2015, section 4.2, for pictures of any size; and of He et al. 2016, with pre-activation. */
export class CifarNetwork extends Network {
  conv1: Conv2d;
  /** Does nothing with pre-activation: there the norm and ReLU come after the last block, as `bn`. */
  bn1: Norm;
  layer1: Sequential<Block>;
  layer2: Sequential<Block>;
  layer3: Sequential<Block>;
  bn: Norm;
  fc: Linear;
  readonly #preActivation: boolean;

  constructor({ depth, width, classes = 10, ...options }: Shape) {
    super();
    const { normLayer = BatchNorm2d, preActivation = false } = options;
    const blocks = blocksPerStage(depth);
    const stage = (inChannels: number, outChannels: number) =>
      new Sequential<Block>(
        createBlock(inChannels, outChannels, options),
        ...Array.from({ length: blocks - 1 }, () => createBlock(outChannels, outChannels, options)),
      );
    this.conv1 = new Conv2d(3, width, 3, { padding: 1 });
    this.bn1 = preActivation ? new Identity() : new normLayer(width);
    this.layer1 = stage(width, width);
    this.layer2 = stage(width, 2 * width);
    this.layer3 = stage(2 * width, 4 * width);
    this.bn = preActivation ? new normLayer(4 * width) : new Identity();
    this.#preActivation = preActivation;
    this.fc = new Linear(4 * width, classes);
  }

  /** Pictures [batch, height, width, 3] → [batch, height, width, w]. */
  stem(x: FeatureMaps): FeatureMaps {
    return this.bn1.forward(this.conv1.forward(x), { relu: !this.#preActivation });
  }

  blocks(): PlacedBlock[] {
    return placeBlocks({
      layer1: this.layer1, // [batch, height, width, w]
      layer2: this.layer2, // [batch, height/2, width/2, 2w]
      layer3: this.layer3, // [batch, height/4, width/4, 4w]
    });
  }

  /** Feature maps [batch, height, width, 4w] → logits [batch, classes]. */
  head(x: FeatureMaps): Logits {
    const out = this.#preActivation ? this.bn.forward(x, { relu: true }) : x;
    return this.fc.forward(globalAveragePool(out));
  }
}

/**
 * A CIFAR network with weights drawn from its seed, in training mode.
 * @throws when the depth is not 6n + 2
 */
export function createCifarNetwork({
  seed,
  lastScale = 1,
  ...shape
}: CifarNetworkOptions): CifarNetwork {
  const network = new CifarNetwork(shape);
  initialise(network, seed);
  if (lastScale !== 1) for (const { block } of network.blocks()) scaleLastNorm(block, lastScale);
  return network;
}

function scaleLastNorm(block: Block, scale: number): void {
  const norm = 'bn2' in block ? block.bn2 : undefined;
  if (norm instanceof BatchNorm2d)
    tf.tidy(() => norm.weight.assign(tf.fill(norm.weight.shape, scale)));
}

function createBlock(
  inChannels: number,
  outChannels: number,
  { kind, shortcut, preActivation, own, normLayer }: Omit<Shape, 'depth' | 'width' | 'classes'>,
): Block {
  const grows = inChannels !== outChannels;
  const trace = own?.[outChannels];
  if (trace && !grows) return new TracedBlock(trace);
  if (kind === 'plain') return new PlainBlock(inChannels, outChannels, grows ? 2 : 1, normLayer);
  if (preActivation) return new PreActivationBlock(inChannels, outChannels, shortcut, normLayer);
  return grows
    ? new DownsamplingBlock(inChannels, outChannels, shortcut, normLayer)
    : new ResidualBlock(outChannels, normLayer);
}

/** @throws when the depth is not 6n + 2 */
function blocksPerStage(depth: number): number {
  const blocks = (depth - 2) / 6;
  if (Number.isInteger(blocks) && blocks >= 1) return blocks;
  throw new Error(
    `A CIFAR network has 6n + 2 layers, such as 8, 14, 20, 32, 44, 56 or 110; ${depth} is not one of these.`,
  );
}
