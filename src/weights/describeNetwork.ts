import { quote } from './checkpointError.ts';
import { trunk } from './names.ts';
import type { StateDict } from '../contract/stateDict.ts';

/** Blocks in each stage, by name: of two convolutions, and of three. */
const basic: Record<string, string> = { '2,2,2,2': 'a ResNet-18', '3,4,6,3': 'a ResNet-34' };
const bottleneck: Record<string, string> = {
  '3,4,6,3': 'a ResNet-50',
  '3,4,23,3': 'a ResNet-101',
  '3,8,36,3': 'a ResNet-152',
};

/**
 * What network these weights are of, unless they are of a ResNet-34 with its head: a noun for a sentence.
 * @param state under torchvision's names
 */
export function describeNetwork(state: StateDict): string | undefined {
  const blocks = blocksPerStage(state);
  const count = Object.keys(state).length;
  const tensors = count === 1 ? 'one tensor' : `${count} tensors`;
  if (blocks.length === 0) {
    const some = Object.keys(state).slice(0, 3).map(quote).join(', ');
    return `${tensors}, such as ${some}, but no stages of blocks as a ResNet has (“layer1.0.conv1.weight”)`;
  }
  const isBottleneck = 'layer1.0.conv3.weight' in state;
  const name = (isBottleneck ? bottleneck : basic)[blocks.join()];
  if (name !== 'a ResNet-34') return describeOther(state, blocks, name);
  const [, colours, side] = state['conv1.weight']?.shape ?? [];
  if (side !== undefined && side !== 7) {
    return `a ResNet-34 for small pictures such as CIFAR-10’s: its first convolution is ${side}×${side}, not 7×7`;
  }
  if (colours !== undefined && colours !== 3) {
    return `a ResNet-34 for pictures of ${colours} ${colours === 1 ? 'channel' : 'channels'} instead of 3`;
  }
  const head = Object.keys(state).filter((key) => !trunk.test(key) && isMatrix(state, key));
  if (!('fc.weight' in state) && head.length > 1) {
    return `a ResNet-34 whose head has several layers, ${head.slice(0, 3).map(quote).join(', ')}, where torchvision’s has one`;
  }
  if (!('fc.weight' in state)) {
    return 'a ResNet-34 without a head, the last layer that tells classes apart';
  }
  return undefined;
}

const isMatrix = (state: StateDict, key: string) => state[key]?.shape.length === 2;

function describeOther(state: StateDict, blocks: number[], name: string | undefined): string {
  const [width = 64, perGroup = width] = state['layer1.0.conv2.weight']?.shape ?? [];
  const kind = width === perGroup ? (width > 64 ? 'a Wide ' : '') : 'a ResNeXt with the blocks of ';
  if (name) return kind === 'a Wide ' ? name.replace('a ', kind) : `${kind}${name}`;
  return `a residual network with ${blocks.join(', ')} blocks in its ${blocks.length} stages, where a ResNet-34 has 3, 4, 6, 3`;
}

/** How many blocks each stage has, up to the first stage without any. */
function blocksPerStage(state: StateDict): number[] {
  const blocks: number[] = [];
  for (const key of Object.keys(state)) {
    const [, stage, block] = /^layer(\d)\.(\d+)\./.exec(key) ?? [];
    if (stage === undefined) continue;
    blocks[Number(stage) - 1] = Math.max(blocks[Number(stage) - 1] ?? 0, Number(block) + 1);
  }
  const end = Array.from(blocks, (count) => count ?? 0).indexOf(0);
  return end < 0 ? blocks : blocks.slice(0, end);
}
