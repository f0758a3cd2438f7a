import { resnet34Stages } from './resnet34.ts';

/** The ways open through a residual block: both, or only one. */
export type Way = 'both' | 'shortcut' | 'branch';

/** A block by its place in its stage of the checkpoint, and the ways left open in it. */
export interface BlockUse {
  block: number;
  way: Way;
}

/** The blocks of each of ResNet-34's four stages that are run, in this order. */
export type Surgery = BlockUse[][];

/** Residual blocks of ResNet-34's stages. */
export const blocksPerStage: readonly number[] = resnet34Stages.map(({ blocks }) => blocks);

/** Every block once, in order, with both ways open. */
export function intact(): Surgery {
  return blocksPerStage.map((count) =>
    Array.from({ length: count }, (_, block) => ({ block, way: 'both' })),
  );
}

/** Whether nothing was removed, cut or moved. */
export function isIntact(surgery: Surgery): boolean {
  return surgery.every(
    (uses, stage) =>
      uses.every(({ block, way }, place) => block === place && way === 'both') &&
      uses.length === blocksPerStage[stage],
  );
}

/** Whether a block may run at another place of its stage: the first of stages 2 to 4 changes the shape. */
export function isMovable(stage: number, block: number): boolean {
  return stage === 0 || block > 0;
}

/** The surgery with another way through one block. */
export function withWay(surgery: Surgery, stage: number, block: number, way: Way): Surgery {
  return changeStage(surgery, stage, (uses) =>
    uses.map((use) => (use.block === block ? { ...use, way } : use)),
  );
}

/** The surgery with the blocks of one stage as `change` makes them. */
export function changeStage(
  surgery: Surgery,
  stage: number,
  change: (uses: BlockUse[]) => BlockUse[],
): Surgery {
  return surgery.map((uses, index) => (index === stage ? change(uses) : uses));
}

/** Every block, from the first to the last. */
export const allBlocks: readonly { stage: number; block: number }[] = blocksPerStage.flatMap(
  (count, stage) => Array.from({ length: count }, (_, block) => ({ stage, block })),
);
