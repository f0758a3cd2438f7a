import type { ScreenEntry } from '../../../contract/presenting.ts';
import { findBlock, nameBlocks } from '../screens/blockIds.ts';
import { cutScreens, type Cut } from '../screens/cutScreens.ts';
import { findParts, type Part } from '../screens/findParts.ts';
import { describeScreens } from '../screens/describeScreens.ts';

/** A lesson's screens, as they are cut for a stage. */
export interface Screens {
  parts: Part[];
  cuts: Cut[];
  entries: ScreenEntry[];
  /** Which screen holds a place or an id of the page; the first where there is none such. */
  find(screen: string): number;
}

/** What is to be filled in is left to the lesson where a screen could show it only in small type. */
const mostOfWorksheet = 1.5;

/** Cuts a lesson that lies on its stage. It is laid out whole for a moment, which nobody sees. */
export function createScreens(lesson: HTMLElement): Screens {
  lesson.dataset['measuring'] = '';
  const style = getComputedStyle(lesson);
  const [top, bottom] = [parseFloat(style.paddingTop), parseFloat(style.paddingBottom)];
  const capacity = (lesson.parentElement?.clientHeight ?? 0) - top - bottom;
  const scale = lesson.getBoundingClientRect().width / lesson.offsetWidth;
  const heightOf = (block: HTMLElement) => block.getBoundingClientRect().height / scale;
  const parts = findParts(lesson, (block) => heightOf(block) > capacity).filter(
    ({ element }) =>
      !(element.matches('.exercise-body') && heightOf(element) > capacity * mostOfWorksheet),
  );
  const boxes = parts.map(({ element, alone, opens, holds, cost }) => {
    const box = element.getBoundingClientRect();
    return { top: box.top / scale, bottom: box.bottom / scale, alone, opens, holds, cost };
  });
  delete lesson.dataset['measuring'];
  const cuts = cutScreens(boxes, capacity);
  const names = nameBlocks(parts);
  return {
    ...{ parts, cuts },
    entries: describeScreens(lesson, parts, cuts, names),
    find(screen) {
      if (screen === 'end') return cuts.length - 1;
      const named = findBlock(names, screen);
      const found = named >= 0 ? named : holding(parts, screen);
      return Math.max(
        0,
        cuts.findIndex(({ to }) => found < to),
      );
    },
  };
}

/** The last part that holds the element with this id, or comes before it. */
function holding(parts: readonly Part[], id: string): number {
  const place = document.getElementById(id);
  if (!place) return 0;
  return parts.findLastIndex(
    ({ element }) =>
      element.contains(place) ||
      place.contains(element) ||
      Boolean(element.compareDocumentPosition(place) & Node.DOCUMENT_POSITION_FOLLOWING),
  );
}
