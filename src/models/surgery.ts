import { relu } from '../nn/relu.ts';
import type { FeatureMaps } from '../nn/tensors.ts';
import { DownsamplingBlock, type ResidualBlock, type ResNet34 } from './resnet.ts';

/** What a picture takes through a block: both ways, or only one of them. */
export type Way = 'both' | 'shortcut' | 'branch';

/** A block of a stage, by its place in the checkpoint, and the ways left open in it. */
export interface BlockUse {
  block: number;
  way: Way;
}

/** The blocks to run in each of the four stages, in this order. */
export type Surgery = BlockUse[][];

/** Every block once, in order, with both ways open. */
export function intact(network: ResNet34): Surgery {
  return stagesOf(network).map(({ layers }) => layers.map((_, block) => ({ block, way: 'both' })));
}

/**
 * One stage of a network after surgery. Call it in a tidy.
 * @param stage 0 to 3
 * @param x feature maps [batch, height, width, channels of the stage before]
 * @returns [batch, height, width, channels], height and width halved from stage 1 on
 * @throws when a block's shape doesn't fit the one before: only blocks of equal shape change places
 */
export function forwardStage(
  network: ResNet34,
  stage: number,
  x: FeatureMaps,
  uses: BlockUse[],
): FeatureMaps {
  const blocks = stagesOf(network)[stage]?.layers as (ResidualBlock | DownsamplingBlock)[];
  return uses.reduce((out, { block, way }) => {
    const chosen = blocks[block];
    if (!chosen) throw new Error(`Stage ${stage + 1} has no block ${block}.`);
    return way === 'both' ? chosen.forward(out) : forwardOneWay(chosen, out, way);
  }, x);
}

/** y = relu(x) with the shortcut alone, y = relu(F(x)) with the branch alone. */
function forwardOneWay(
  block: ResidualBlock | DownsamplingBlock,
  x: FeatureMaps,
  way: 'shortcut' | 'branch',
): FeatureMaps {
  if (way === 'shortcut')
    return relu(block instanceof DownsamplingBlock ? block.downsample.forward(x) : x);
  const out = block.bn1.forward(block.conv1.forward(x), { relu: true });
  return block.bn2.forward(block.conv2.forward(out), { relu: true });
}

function stagesOf({ layer1, layer2, layer3, layer4 }: ResNet34) {
  return [layer1, layer2, layer3, layer4];
}
