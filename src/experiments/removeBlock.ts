import type { NetworkConfig } from '../contract/runConfig.ts';
import { removalOf } from '../contract/trainedNetwork.ts';
import { ablateBranch } from '../models/ablate.ts';
import type { PlacedBlock, Walk } from '../models/network.ts';

/**
 * How to go through a network without one of its blocks: past the branch of a residual one, which leaves its
 * shortcut, and past all of a plain one. Null where a plain block changes the shape, so that it cannot be missing.
 * @param block its place in `blocks`, from 0
 */
export function removeBlock(
  config: NetworkConfig,
  blocks: PlacedBlock[],
  block: number,
): Walk | null {
  if (removalOf(config, block) === 'impossible') return null;
  return config.kind === 'residual'
    ? { blocks, at: { [(blocks[block] as PlacedBlock).place]: ablateBranch } }
    : { blocks: blocks.filter((_, index) => index !== block) };
}
