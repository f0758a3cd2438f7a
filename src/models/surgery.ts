import type { BlockUse, Surgery } from '../contract/surgery.ts';
import { relu } from '../nn/relu.ts';
import type { FeatureMaps } from '../nn/tensors.ts';
import { DownsamplingBlock, type ResidualBlock, type ResNet34 } from './resnet.ts';

/**
 * Some stages of a network after surgery, one after the other. Call it in a tidy.
 * @param x feature maps [batch, height, width, channels], as stage `from` takes them
 * @param from 0 to 3
 * @param to the stage after the last that is run
 * @returns x itself, then what comes out of each stage: height and width halved by each but stage 0
 * @throws when a block's shape doesn't fit the one before (`isMovable`), or there is no such block
 */
export function runStages(
  network: ResNet34,
  x: FeatureMaps,
  surgery: Surgery,
  from = 0,
  to = surgery.length,
): [FeatureMaps, ...FeatureMaps[]] {
  const outputs: [FeatureMaps, ...FeatureMaps[]] = [x];
  let out = x;
  for (let stage = from; stage < to; stage++) {
    out = runStage(network, stage, out, surgery[stage] ?? []);
    outputs.push(out);
  }
  return outputs;
}

function runStage(network: ResNet34, stage: number, x: FeatureMaps, uses: BlockUse[]): FeatureMaps {
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
