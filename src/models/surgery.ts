import type { BlockUse } from '../lib/surgery.ts';
import { relu } from '../nn/relu.ts';
import type { FeatureMaps } from '../nn/tensors.ts';
import { DownsamplingBlock, type ResidualBlock, type ResNet34 } from './resnet.ts';

/**
 * One stage of a network after surgery. Call it in a tidy.
 * @param stage 0 to 3
 * @param x feature maps [batch, height, width, channels of the stage before]
 * @returns [batch, height, width, channels], height and width halved from stage 1 on
 * @throws when a block's shape doesn't fit the one before (`isMovable`), or there is no such block
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
