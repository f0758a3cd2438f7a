import type { Surgery, Way } from '../contract/surgery.ts';
import { ablateBranch, ablateShortcut } from '../models/ablate.ts';
import type { Hook, PlacedBlock } from '../models/network.ts';

/** The hook that leaves only one way open. */
const hooks: Record<Exclude<Way, 'both'>, Hook> = {
  shortcut: ablateBranch,
  branch: ablateShortcut,
};

/**
 * A network's blocks in the order of a surgery, stage by stage, and the hooks that close ways.
 * @param blocks those of a ResNet-34
 * @throws when there is no such block
 */
export function applySurgery(
  blocks: PlacedBlock[],
  surgery: Surgery,
): { stages: PlacedBlock[][]; at: Record<string, Hook> } {
  const at: Record<string, Hook> = {};
  const stages = surgery.map((uses, stage) =>
    uses.map(({ block, way }) => {
      const place = `layer${stage + 1}.${block}`;
      const chosen = blocks.find((placed) => placed.place === place);
      if (!chosen) throw new Error(`Stage ${stage + 1} has no block ${block}.`);
      if (way !== 'both') at[place] = hooks[way];
      return chosen;
    }),
  );
  return { stages, at };
}
