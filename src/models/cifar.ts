import type { NetworkKind } from '../contract/networks.ts';
import { BatchNorm2d } from '../nn/batchnorm2d.ts';
import { Conv2d } from '../nn/conv2d.ts';
import { globalAveragePool } from '../nn/globalAveragePool.ts';
import { initialise } from '../nn/initialise.ts';
import { Linear } from '../nn/linear.ts';
import type { Norm, NormLayer } from '../nn/norm.ts';
import { Sequential } from '../nn/sequential.ts';
import type { FeatureMaps, Logits } from '../nn/tensors.ts';
import { Network, placeBlocks, type Block, type PlacedBlock } from './network.ts';
import { PlainBlock } from './plain.ts';
import { DownsamplingBlock, ResidualBlock, type ShortcutOption } from './resnet.ts';

export interface CifarNetworkOptions {
  kind: NetworkKind;
  /** 6n + 2: a stem, three stages of n blocks of two convolutions, and a linear layer. */
  depth: number;
  /** Channels of the first stage (16 in the paper); the next two have twice and four times as many. */
  width: number;
  /** For residual networks: what shortcuts do where dimensions grow. */
  shortcut: ShortcutOption;
  classes?: number;
  /** Batch norm unless another is given, such as Identity for none. */
  normLayer?: NormLayer;
  /** Equal seeds give equal weights, also to the layers that a plain and a residual network share. */
  seed: number;
}

/** The networks of He et al. 2015, section 4.2, for pictures of any size. */
export class CifarNetwork extends Network {
  conv1: Conv2d;
  bn1: Norm;
  layer1: Sequential<Block>;
  layer2: Sequential<Block>;
  layer3: Sequential<Block>;
  fc: Linear;

  constructor({ depth, width, classes = 10, ...options }: Omit<CifarNetworkOptions, 'seed'>) {
    super();
    const { normLayer = BatchNorm2d } = options;
    const blocks = blocksPerStage(depth);
    const stage = (inChannels: number, outChannels: number) =>
      new Sequential<Block>(
        createBlock(inChannels, outChannels, options),
        ...Array.from({ length: blocks - 1 }, () => createBlock(outChannels, outChannels, options)),
      );
    this.conv1 = new Conv2d(3, width, 3, { padding: 1 });
    this.bn1 = new normLayer(width);
    this.layer1 = stage(width, width);
    this.layer2 = stage(width, 2 * width);
    this.layer3 = stage(2 * width, 4 * width);
    this.fc = new Linear(4 * width, classes);
  }

  /** Pictures [batch, height, width, 3] → [batch, height, width, w]. */
  stem(x: FeatureMaps): FeatureMaps {
    return this.bn1.forward(this.conv1.forward(x), { relu: true });
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
    return this.fc.forward(globalAveragePool(x));
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
  inChannels: number,
  outChannels: number,
  { kind, shortcut, normLayer }: Pick<CifarNetworkOptions, 'kind' | 'shortcut' | 'normLayer'>,
): Block {
  const grows = inChannels !== outChannels;
  if (kind === 'plain') return new PlainBlock(inChannels, outChannels, grows ? 2 : 1, normLayer);
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
