import { Conv2d } from '../nn/conv2d.ts';
import { globalAveragePool } from '../nn/globalAveragePool.ts';
import { initialise } from '../nn/initialise.ts';
import { Linear } from '../nn/linear.ts';
import { Module } from '../nn/module.ts';
import { relu } from '../nn/relu.ts';
import { Sequential } from '../nn/sequential.ts';
import type { FeatureMaps, Logits } from '../nn/tensors.ts';
import { ZeroPaddedShortcut } from '../nn/zeroPaddedShortcut.ts';
import { blocksPerStage, type CifarNetworkOptions } from './cifar.ts';

type Kind = CifarNetworkOptions['kind'];

/** The blocks of plain.ts and resnet.ts without batch norm: y = relu(F(x)), or y = relu(F(x) + x). */
class UnnormalisedBlock extends Module {
  readonly kind: Kind;
  conv1: Conv2d;
  conv2: Conv2d;
  /** Option A, where dimensions grow. */
  downsample: ZeroPaddedShortcut | null;

  constructor(kind: Kind, inChannels: number, outChannels: number) {
    super();
    const grows = inChannels !== outChannels;
    this.kind = kind;
    this.conv1 = new Conv2d(inChannels, outChannels, 3, { stride: grows ? 2 : 1, padding: 1 });
    this.conv2 = new Conv2d(outChannels, outChannels, 3, { padding: 1 });
    this.downsample = grows ? new ZeroPaddedShortcut(outChannels) : null;
  }

  forward(x: FeatureMaps): FeatureMaps {
    const out = this.conv2.forward(relu(this.conv1.forward(x))); // F(x)
    if (this.kind === 'plain') return relu(out); // y = relu(F(x))
    return relu(out, { add: this.downsample?.forward(x) ?? x }); // y = relu(F(x) + x)
  }
}

/** The CIFAR networks of cifar.ts without batch norm: convolutions of equal seeds have equal weights. */
export class UnnormalisedNetwork extends Module {
  conv1: Conv2d;
  layer1: Sequential;
  layer2: Sequential;
  layer3: Sequential;
  fc: Linear;

  constructor({ kind, depth, width, classes = 10 }: Omit<UnnormalisedOptions, 'seed'>) {
    super();
    const stage = (inChannels: number, outChannels: number) =>
      new Sequential(
        ...Array.from(
          { length: blocksPerStage(depth) },
          (_, i) => new UnnormalisedBlock(kind, i === 0 ? inChannels : outChannels, outChannels),
        ),
      );
    this.conv1 = new Conv2d(3, width, 3, { padding: 1 });
    this.layer1 = stage(width, width);
    this.layer2 = stage(width, 2 * width);
    this.layer3 = stage(2 * width, 4 * width);
    this.fc = new Linear(4 * width, classes);
  }

  /** Pictures [batch, height, width, 3] → logits [batch, classes]. Call it in a tidy. */
  forward(x: FeatureMaps): Logits {
    let out = relu(this.conv1.forward(x)); // [batch, height, width, w]
    out = this.layer1.forward(out); // [batch, height, width, w]
    out = this.layer2.forward(out); // [batch, height/2, width/2, 2w]
    out = this.layer3.forward(out); // [batch, height/4, width/4, 4w]
    return this.fc.forward(globalAveragePool(out)); // [batch, classes]
  }
}

type UnnormalisedOptions = Omit<CifarNetworkOptions, 'shortcut'>;

/** With weights drawn from the seed. */
export function createUnnormalisedNetwork({
  seed,
  ...shape
}: UnnormalisedOptions): UnnormalisedNetwork {
  const network = new UnnormalisedNetwork(shape);
  initialise(network, seed);
  return network;
}
