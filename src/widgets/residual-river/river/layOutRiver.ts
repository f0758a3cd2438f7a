import { beside, ease, ribbon, write, type Point, type Width } from './ribbon.ts';

/** What joins the stream at one place, in the stream's own units; the embedding is the source. */
export interface Inflow {
  /** Lengths of what is added and of the stream after it. */
  added: number;
  stream: number;
  /** Cosine between what is added and the stream before. */
  alignment: number;
  /** How far from the watershed the stream is after it: a difference of logits. */
  at: number;
  /** 1 pushes toward the opinion, −1 toward the truth; between them only while the drawing changes. */
  push: number;
}

export interface Space {
  direction: 'right' | 'down';
  /** Along the flow and across it, in pixels. */
  length: number;
  across: number;
  /** Pixels for a vector of length 1. */
  scale: number;
  /** Pixels for a difference of 1 between the logits. */
  reach: number;
  /** How far the watershed is from the middle, in pixels toward the opinion. */
  shift: number;
}

/** A sublayer's box and the ways from the stream and back. */
export interface Tributary {
  box: Point & { width: number; height: number };
  /** What it adds, as wide as it is long, and its first way in the river. */
  outline: string;
  tongue: string;
  /** What it reads: a thin way out of the stream. */
  reads: string;
  fork: Point;
  join: Point;
  /** Where its contribution is written. */
  label: Point;
  /** Less than 1 while it changes sides. */
  opacity: number;
}

/** Where the lens looks after a place, and where a note about it can be written beside the river. */
export interface Station extends Point {
  note: Point;
  /** Of the river there. */
  bank: Point;
  /** Whether there is room for the note. */
  hasRoom: boolean;
}

export interface RiverLayout {
  outline: string;
  /** Lines inside it, along which it flows. */
  currents: string[];
  tributaries: Tributary[];
  stations: Station[];
  /** Where its first name is written, and its end. */
  source: Point;
  mouth: Point;
  /** Where the two sides meet. */
  watershed: [Point, Point];
}

/** Sizes along and across the flow: of boxes, the room to the river, and what is before and after all stages. */
const sizes = {
  right: { along: 92, across: 44, start: 56, end: 100, note: 20, source: 8 },
  down: { along: 54, across: 82, start: 40, end: 84, note: 38, source: 46 },
};
/** Between a box and the river. */
const gapIn = ({ direction, across }: Pick<Space, 'direction' | 'across'>) =>
  direction === 'right' ? 0.12 * across : 20;
/** How far a box is moved up the river by its cosine. */
const lean = 36;
/** The least room on both sides of the watershed, and the most pixels for a difference of 1. */
const bank = 34;
const widest = 24;
/** Of a station's note, in pixels. */
const noteLength = 76;
/** Of the bend after a join, and of the way on which what was added is seen, as shares of a stage. */
const bend = { from: -0.08, to: 0.38 };
const mixed = 0.8;
/** How wide an inflow is where it gets to ⊕. */
const narrowest = 20;
const steps = 28;

/** As much of the space as river and boxes may take up: the scale across it, and where the watershed is. */
export function fit(
  inflows: Inflow[],
  end: number,
  space: Omit<Space, 'reach' | 'shift'>,
): Pick<Space, 'reach' | 'shift'> {
  const { across } = sizes[space.direction];
  const gap = gapIn(space);
  const half = (stream: number) => (stream * space.scale) / 2;
  /** What is drawn: how far from the watershed, in logits, and what it takes up on both sides. */
  const parts = inflows.flatMap(({ at, stream, push }, i) => {
    const before = inflows[i - 1];
    const river = { at, over: half(stream) + 10, under: half(stream) + 10 };
    if (!before) return [river];
    const bank = half(before.stream);
    const away = push * (bank + gap + across / 2);
    const [over, under] = [across / 2 - away, across / 2 + away].map((one) => Math.max(bank, one));
    return [river, { at: before.at, over: over ?? 0, under: under ?? 0 }];
  });
  const last = inflows.at(-1)?.stream ?? 0;
  const tip = 0.62 * last * space.scale;
  const words = space.direction === 'right' ? 58 : 0;
  parts.push(
    { at: end, over: Math.max(tip, words / 2), under: Math.max(tip, words) },
    { at: 0, over: bank, under: bank },
  );
  const ends = (reach: number) =>
    [
      Math.max(...parts.map(({ at, over }) => at * reach + over)),
      Math.min(...parts.map(({ at, under }) => at * reach - under)),
    ] as const;
  const room = space.across - 12;
  let [least, most] = [0, space.across];
  for (let i = 0; i < 24; i++) {
    const reach = (least + most) / 2;
    const [over, under] = ends(reach);
    if (over - under > room) most = reach;
    else least = reach;
  }
  const reach = Math.min(least, widest);
  const [over, under] = ends(reach);
  return { reach, shift: -(over + under) / 2 };
}

/**
 * The river: where its middle line runs, how wide it is, and how what is added flows in. Laid out along and across
 * the flow, and turned as the space says.
 * @param inflows the embedding's first, then the sublayers'
 * @param end the difference that the river ends at
 */
export function layOutRiver(inflows: Inflow[], end: number, space: Space): RiverLayout {
  const { direction, length, across, scale, reach, shift } = space;
  const size = sizes[direction];
  const at = (along: number, off: number): Point =>
    direction === 'right'
      ? { x: along, y: across / 2 - shift - off }
      : { x: across / 2 + shift + off, y: along };
  const stage = (length - size.start - size.end) / inflows.length;
  const joinAt = (i: number) => size.start + i * stage;
  const offs = inflows.map((inflow) => inflow.at * reach);
  const widths = inflows.map(({ stream }) => Math.max(2, stream * scale));
  const last = inflows.length - 1;
  const stop = length - size.end;
  const finish = end * reach;

  /** The middle line and the width at a place along the flow: one bend after each join, and one into the mouth. */
  const river = (along: number): { off: number; width: number } => {
    const i = Math.min(last, Math.floor((along - size.start) / stage - bend.from));
    const settle = ease((along - stop + 0.45 * stage) / (0.36 * stage));
    const flow = (of: number[]) => {
      const [before, after] = [of[Math.max(0, i - 1)] as number, of[Math.max(0, i)] as number];
      if (i < 1) return after;
      const passed = ((along - joinAt(i)) / stage - bend.from) / (bend.to - bend.from);
      return before + (after - before) * ease(passed);
    };
    const off = flow(offs);
    return { off: off + (finish - off) * settle, width: flow(widths) };
  };
  const lineFrom = (from: number, to: number, count: number): Width[] =>
    Array.from({ length: count + 1 }, (_, k) => {
      const along = from + ((to - from) * k) / count;
      const { off, width } = river(along);
      return { ...at(along, off), width };
    });
  const line = lineFrom(0, stop, inflows.length * steps);
  const point = 0.62 * (widths[last] as number);
  const tip = at(stop + point, finish);
  const outline = `${ribbon(line)}M${write(at(stop - 1, finish - point))}L${write(tip)}L${write(at(stop - 1, finish + point))}Z`;

  const tributaryAt = (i: number): Tributary => {
    const { push, alignment, added } = inflows[i] as Inflow;
    const [before, widthBefore] = [offs[i - 1] as number, widths[i - 1] as number];
    const joined = joinAt(i);
    const centre = joined - alignment * lean - 0.2 * stage;
    const off = before - push * (widthBefore / 2 + gapIn(space) + size.across / 2);
    const start = off + (push * size.across) / 2;
    const far = Math.abs(before - start);
    const pull = Math.max(36, 0.75 * far);
    const sine = Math.sqrt(Math.max(0, 1 - alignment ** 2));
    const width = Math.max(2, added * scale);
    const broad = Math.min(width, size.along - 8);
    const mouth = Math.max(Math.min(width, narrowest), 0.5 * width);
    /** One side of the inflow; where it joins, it has the angle of its cosine. */
    const edge = (side: number, isBack = false) => {
      const [leave, arrive] = [centre + side * (broad / 2), joined + side * sine * (mouth / 2)];
      const end = before + side * push * alignment * (mouth / 2);
      const points = [
        at(leave, start - push * 3),
        at(leave, start + push * far * 0.45),
        at(arrive - alignment * pull, end - push * sine * pull),
        at(arrive, end),
      ];
      const [first, ...rest] = (isBack ? points.reverse() : points).map(write);
      return `${first}C${rest.join(' ')}`;
    };
    const fork = joined - 0.68 * stage;
    const side = centre - size.along / 2;
    const turnOff = at(fork + 0.16 * stage, before);
    return {
      box: {
        ...at(centre, off),
        ...(direction === 'right'
          ? { width: size.along, height: size.across }
          : { width: size.across, height: size.along }),
      },
      outline: `M${edge(-1)}L${edge(1, true)}Z`,
      tongue: tongueFrom(i, push),
      reads: `M${write(at(fork, before))}C${write(turnOff)} ${write(at(side - 0.18 * stage, off))} ${write(at(side, off))}`,
      opacity: Math.min(1, Math.abs(push) * 1.2),
      fork: at(fork, before),
      join: at(joined, before),
      label:
        direction === 'right'
          ? at(centre + size.along / 2 + 30, off - push * 8)
          : at(centre + size.along / 2 + 13, off),
    };
  };

  /** What was added, beside the rest on its side of the river, until the two are mixed. */
  const tongueFrom = (i: number, push: number): string => {
    const { added } = inflows[i] as Inflow;
    const share = added / (added + (inflows[i - 1] as Inflow).stream);
    const way = lineFrom(joinAt(i), joinAt(i) + mixed * stage, steps);
    const bank = beside(way, push / 2);
    const inner = way.map((_, k) => 0.5 - share * (1 - ease(k / steps)));
    const edge = inner.map((off, k) => beside(way, push * off)[k] as Point).reverse();
    return `M${[...bank, ...edge].map(write).join('L')}Z`;
  };

  return {
    outline,
    currents: [-0.28, 0, 0.28].map((share) => `M${beside(line, share).map(write).join('L')}`),
    tributaries: inflows.slice(1).map((_, i) => tributaryAt(i + 1)),
    stations: inflows.map((_, i) => {
      const along = joinAt(i) + (i === 0 ? 0.24 : 0.62) * stage;
      const { off, width } = river(along);
      // The box of what comes next is on the other side.
      const side = inflows[i + 1]?.push ?? 1;
      const note = at(along, off + side * (Math.max(width / 2, 14) + size.note));
      const outward = direction === 'right' ? 14 : noteLength;
      const wall = direction === 'right' ? note.y : note.x;
      return {
        ...at(along, off),
        ...{ note, bank: at(along, off + side * (width / 2)) },
        hasRoom: wall > outward && wall < across - outward,
      };
    }),
    source: at(size.source, (offs[0] as number) + (widths[0] as number) / 2 + 12),
    mouth: tip,
    watershed: [at(0, 0), at(length, 0)],
  };
}
