import { placeAlong, spread, type Line, type Placed, type Stop } from './placeAlong.ts';

export interface Plan extends Line {
  /** Where the values flow to. */
  direction: 'right' | 'down';
  /** From where x enters to where y leaves: the ways are stretched to fill it. */
  length: number;
  /** Where the branch runs: pixels from the top (flow to the right) or from the left (flow down). */
  line: number;
  /** How far from the branch the shortcut runs: above it, or to the right of it. */
  rise: number;
  /** The largest radius of the shortcut's two bends. */
  bend: number;
  /** What stands on the shortcut. Null: there is none, and nothing is added. */
  shortcut: Stop[] | null;
  /** The length of the triangles at the ends of ways; 0 for none. */
  arrow: number;
  /** Whether the triangles are at the starts of ways: the gradient comes in at y. */
  backwards?: boolean | undefined;
}

export type WayKind = 'in' | 'branch' | 'shortcut' | 'out';

/** A piece of a way between two stops. */
export interface Piece {
  kind: WayKind;
  /** The stop that it comes from: `x` or `addition` where it is none of the plan's. */
  from: string;
  d: string;
  /** A triangle at its end, or where the flow goes backwards at its start. */
  arrow?: string;
}

interface Point {
  x: number;
  y: number;
}

export interface Place extends Point {
  /** Around its middle. */
  width: number;
  height: number;
}

export interface BlockLayout {
  places: Record<string, Place>;
  pieces: Piece[];
  /** Each way whole, for what moves along it. */
  tracks: Record<WayKind, string>;
  /** Where a value rests between two parts, as shares of the way that it is on, from x to y. */
  rests: { on: 'in' | 'branch' | 'out'; at: number }[];
  fork: Point;
  sum: Point;
  /** Where the way to y begins and ends. */
  lastWay: [Point, Point];
}

/** From along and across the flow to a point of the drawing. */
type At = (along: number, across?: number) => Point;

/**
 * A residual block's drawing: where its stops stand and how its ways run. All is laid out along and across the
 * flow and turned as the plan says, so that both directions come from the same lines.
 */
export function layOutBlock(plan: Plan): BlockLayout {
  const { direction, line, rise, length, backwards = false } = plan;
  const arrow = (isThere: boolean) => (isThere ? plan.arrow : 0);
  const at: At = (along, across = 0) =>
    direction === 'right'
      ? { x: round(along), y: round(line - across) }
      : { x: round(line + across), y: round(along) };
  const { before, branch, after, fork, sum } = placeAlong(plan, length);
  const shortcut = plan.shortcut && spread(plan.shortcut, fork, sum);
  // The dot of the fork, which triangles point at where the flow goes backwards.
  const dot = arrow(backwards);
  const origin = before.at(-1) ?? { id: 'x', along: dot, across: dot, middle: fork };
  const width = shortcut ? 2 * plan.sum : 0;
  const join = { id: 'addition', along: width, across: width, middle: sum };
  const last = after.at(-1) ?? join;
  const end = { id: 'y', along: 0, across: 0, middle: length };
  const place = (across: number) => (stop: Placed) =>
    [stop.id, { ...at(stop.middle, across), ...turn(direction, stop) }] as const;
  return {
    places: Object.fromEntries([
      ...[...before, ...branch, ...after].map(place(0)),
      ...(shortcut ?? []).map(place(rise)),
    ]),
    pieces: [
      ...(before.length > 0
        ? []
        : [straight(at, 'in', 'x', [0, fork], arrow(backwards), backwards)]),
      ...chain(at, 'in', before, 0, backwards),
      ...(shortcut ? over(plan, at, origin, shortcut, sum) : []),
      ...chain(at, 'branch', [origin, ...branch, join], arrow(shortcut !== null), backwards),
      ...chain(at, 'out', [join, ...after], 0, backwards),
      straight(at, 'out', last.id, [endOf(last), length], plan.arrow, backwards),
    ],
    tracks: {
      in: draw(at(0), at(fork)),
      branch: draw(at(fork), at(sum)),
      shortcut: `${bends(plan, at, fork, sum, 0).join(' ')} L${write(at(sum))}`,
      out: draw(at(sum), at(length)),
    },
    rests: [
      ...(before.length > 0 ? [] : [{ on: 'in' as const, at: 0.5 }]),
      ...restsAlong('branch', [origin, ...branch, join], [fork, sum]),
      ...restsAlong('out', [join, ...after, end], [sum, length]),
    ],
    fork: at(fork),
    sum: at(sum),
    lastWay: [at(endOf(last)), at(length)],
  };
}

function turn(direction: Plan['direction'], { along, across }: Stop) {
  return direction === 'right'
    ? { width: along, height: across }
    : { width: across, height: along };
}

const startOf = ({ middle, along }: Placed) => middle - along / 2;
const endOf = ({ middle, along }: Placed) => middle + along / 2;

/** The middles of the ways from each stop to the next, as shares of the way from one end to the other. */
function restsAlong(on: 'branch' | 'out', stops: Placed[], [from, to]: [number, number]) {
  return stops.slice(1).map((next, i) => {
    const middle = (endOf(stops[i] as Placed) + startOf(next)) / 2;
    return { on, at: (middle - from) / (to - from) };
  });
}

/** The pieces from each stop to the next; the last one of the flow, into the addition or out of the fork, has an arrow. */
function chain(at: At, kind: WayKind, stops: Placed[], arrow: number, backwards: boolean): Piece[] {
  return stops.slice(1).map((next, i) => {
    const from = stops[i] as Placed;
    const ends: [number, number] = [endOf(from), startOf(next)];
    const isLast = backwards ? i === 0 : next.id === 'addition';
    return straight(at, kind, from.id, ends, isLast ? arrow : 0, backwards);
  });
}

function straight(
  at: At,
  kind: WayKind,
  from: string,
  [start, end]: [number, number],
  arrow: number,
  backwards: boolean,
): Piece {
  // A short way is all line: a triangle would fill it.
  if (arrow === 0 || end - start < 1.3 * arrow) return { kind, from, d: draw(at(start), at(end)) };
  if (backwards) {
    const base = at(start + arrow);
    return { kind, from, d: draw(base, at(end)), arrow: triangle(at(start), base) };
  }
  const base = at(end - arrow);
  return { kind, from, d: draw(at(start), base), arrow: triangle(at(end), base) };
}

/** The shortcut's pieces: out from the line, past its stops, and back to the sum. */
function over(plan: Plan, at: At, origin: Placed, stops: Placed[], sum: number): Piece[] {
  const { rise, sum: radius, arrow, backwards = false } = plan;
  const side = origin.across / 2;
  const [out, back] = bends(plan, at, origin.middle, sum, backwards ? side + arrow : side);
  const [along, edge] = backwards ? [origin.middle, side] : [sum, radius];
  const head = arrow > 0 && { arrow: triangle(at(along, edge), at(along, edge + arrow)) };
  const edges = [
    { from: origin.id, d: out },
    ...stops.map((stop) => ({ from: stop.id, d: `M${write(at(endOf(stop), rise))}` })),
  ];
  return edges.map(({ from, d }, i) => {
    const next = stops[i];
    const way = `${d} ${next ? `L${write(at(startOf(next), rise))}` : back}`;
    return { kind: 'shortcut', from, d: way, ...((backwards ? i === 0 : !next) && head) };
  });
}

/** The shortcut's first bend and its second, each a quarter of a circle, as round as there is room for. */
function bends(plan: Plan, at: At, fork: number, sum: number, side: number) {
  const { rise, bend } = plan;
  const foot = plan.sum + (plan.backwards ? 0 : plan.arrow);
  const r = Math.min(bend, rise - Math.max(side, foot), (sum - fork) / 2);
  // A cubic's handles for a quarter of a circle are 0.552 of the radius long.
  const off = r * (1 - 0.552);
  const p = (along: number, across: number) => write(at(along, across));
  return [
    `M${p(fork, side)} L${p(fork, rise - r)} C${p(fork, rise - off)} ${p(fork + off, rise)} ${p(fork + r, rise)}`,
    `L${p(sum - r, rise)} C${p(sum - off, rise)} ${p(sum, rise - off)} ${p(sum, rise - r)} L${p(sum, foot)}`,
  ] as const;
}

function triangle(tip: Point, base: Point): string {
  const [dx, dy] = [(tip.x - base.x) * 0.55, (tip.y - base.y) * 0.55];
  return `M${write(tip)} L${write({ x: base.x - dy, y: base.y + dx })} L${write({ x: base.x + dy, y: base.y - dx })} Z`;
}

const draw = (from: Point, to: Point) => `M${write(from)} L${write(to)}`;
const write = ({ x, y }: Point) => `${round(x)} ${round(y)}`;
const round = (value: number) => Math.round(value * 10) / 10;
