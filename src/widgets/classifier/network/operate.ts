import { changeStage, isMovable, type Surgery } from '../../../contract/surgery.ts';

/** The surgery with a block run after the one that followed it, or as it was where that cannot be. */
export function withLater(surgery: Surgery, stage: number, block: number): Surgery {
  return changeStage(surgery, stage, (uses) => {
    const place = uses.findIndex((use) => use.block === block);
    const [mine, next] = [uses[place], uses[place + 1]];
    if (!mine || !next || !canGoLater(surgery, stage, block)) return uses;
    return [...uses.slice(0, place), next, mine, ...uses.slice(place + 2)];
  });
}

/** Whether a block has one after it that it may change places with. */
export function canGoLater(surgery: Surgery, stage: number, block: number): boolean {
  return isMovable(stage, block) && surgery[stage]?.at(-1)?.block !== block;
}

/** How many blocks are changed, and how many of the stages run theirs in another order. */
export function countChanges(surgery: Surgery): {
  changed: number;
  reordered: number;
} {
  const changed = surgery.flat().filter(({ way }) => way !== 'both').length;
  const reordered = surgery.filter((uses) =>
    uses.some(({ block }, place) => block !== place),
  ).length;
  return { changed, reordered };
}
