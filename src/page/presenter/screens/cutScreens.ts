/** A part of a lesson that a screen shows whole, where it lies in one long column, in pixels. */
export interface Box {
  top: number;
  bottom: number;
  /** It has a screen of its own: a figure, a quick check. */
  alone?: boolean;
  /** A screen begins with it: a heading, a mark of the author's. */
  opens?: boolean;
  /** The next part is not to be torn from it: a heading, a sentence that ends with a colon. */
  holds?: boolean;
  /** How bad it is to begin a screen with it, where 1 is a screen's height left empty: a line within code. */
  cost?: number;
}

/** A screen: the boxes from `from` up to, but without, `to`. */
export interface Cut {
  from: number;
  to: number;
}

/**
 * Cuts a lesson into the fewest screens of which none is higher than `capacity`, and evens out how full those of one
 * section are. Only a part that is higher by itself, or held by one, makes a screen that is too high.
 * @param capacity in pixels
 */
export function cutScreens(boxes: readonly Box[], capacity: number): Cut[] {
  const cuts: Cut[] = [];
  let from = 0;
  for (let at = 1; at <= boxes.length; at++) {
    const [before, here] = [boxes[at - 1], boxes[at]];
    if (here && !here.opens && !here.alone && !before?.alone) continue;
    cuts.push(...cutRun(boxes, { from, to: at }, capacity));
    from = at;
  }
  return cuts;
}

/** A screen more costs as much as this many that are left empty. */
const perScreen = 100;
const tooHigh = 1e6;

/** The cheapest way to cut what no heading and no figure interrupts, found from its end. */
function cutRun(boxes: readonly Box[], { from, to }: Cut, capacity: number): Cut[] {
  const best = new Map<number, { cost: number; next: number }>([[to, { cost: 0, next: to }]]);
  for (let start = to - 1; start >= from; start--) {
    let found = { cost: Infinity, next: to };
    for (let end = start + 1; end <= to; end++) {
      const rest = best.get(end)?.cost ?? Infinity;
      const cost = rest + costOf(boxes, { from: start, to: end }, capacity);
      if (cost < found.cost) found = { cost, next: end };
    }
    best.set(start, found);
  }
  const cuts: Cut[] = [];
  for (let start = from; start < to;) {
    const { next } = best.get(start) ?? { next: to };
    cuts.push({ from: start, to: next });
    start = next;
  }
  return cuts;
}

function costOf(boxes: readonly Box[], { from, to }: Cut, capacity: number): number {
  const [first, last] = [boxes[from], boxes[to - 1]];
  if (!first || !last) return Infinity;
  const height = last.bottom - first.top;
  const slack = Math.max(0, 1 - height / capacity);
  const excess = Math.max(0, height / capacity - 1);
  const isTorn = last.holds && to < boxes.length && !boxes[to]?.alone;
  return perScreen + slack ** 2 + excess * tooHigh + (first.cost ?? 0) + (isTorn ? tooHigh / 2 : 0);
}
