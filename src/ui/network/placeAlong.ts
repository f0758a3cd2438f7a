/** The size of something that stands on a way, in pixels: along the flow, and across it. */
export interface Stop {
  id: string;
  along: number;
  across: number;
}

export interface Placed extends Stop {
  /** Its middle along the flow. */
  middle: number;
}

/** What stands on a block's line, and the least there is between. */
export interface Line {
  /** What x passes before its ways part; they part in the middle of the last. */
  before: Stop[];
  branch: Stop[];
  /** What the sum passes. */
  after: Stop[];
  /** The radius of the addition. */
  sum: number;
  /** The shortest way between two stops. */
  gap: number;
}

/** How much more of the spare length some ways take than one between two layers. */
const stretch = { layer: 1, end: 4, fork: 2, sum: 2.5 };

type Item = { way: number } | { stop: Stop; on: 'before' | 'branch' | 'after' } | 'fork' | 'sum';

/** The line from x to y, in its order. */
function itemsOf({ before, branch, after }: Line): Item[] {
  return [
    ...before.flatMap((stop, i): Item[] => [
      ...(i > 0 ? [{ way: stretch.layer }] : []),
      { stop, on: 'before' },
    ]),
    ...(before.length > 0 ? [] : [{ way: stretch.end }]),
    'fork',
    ...branch.flatMap((stop, i): Item[] => [
      { way: i === 0 ? stretch.fork : stretch.layer },
      { stop, on: 'branch' },
    ]),
    { way: stretch.sum },
    'sum',
    ...after.flatMap((stop): Item[] => [{ way: stretch.layer }, { stop, on: 'after' }]),
    { way: stretch.end },
  ];
}

/** The least length at which no two stops of a line touch. */
export function shortest(line: Line): number {
  const lengths = itemsOf(line).map((item) => {
    if (item === 'sum') return 2 * line.sum;
    if (item === 'fork') return 0;
    return 'way' in item ? line.gap : item.stop.along;
  });
  return lengths.reduce((a, b) => a + b, 0);
}

/** Where everything on the line has its middle once its ways are stretched to fill a length. */
export function placeAlong(line: Line, length: number) {
  const items = itemsOf(line);
  const spare = length - shortest(line);
  const weights = items.map((item) => (typeof item === 'object' && 'way' in item ? item.way : 0));
  const whole = weights.reduce((a, b) => a + b, 0);
  const placed = { before: [] as Placed[], branch: [] as Placed[], after: [] as Placed[] };
  let [along, fork, sum] = [0, 0, 0];
  for (const item of items) {
    if (item === 'fork') fork = placed.before.at(-1)?.middle ?? along;
    else if (item === 'sum') {
      sum = along + line.sum;
      along += 2 * line.sum;
    } else if ('way' in item) along += line.gap + (spare * item.way) / whole;
    else {
      placed[item.on].push({ ...item.stop, middle: along + item.stop.along / 2 });
      along += item.stop.along;
    }
  }
  return { ...placed, fork, sum };
}

/** Stops that share the free length between two ends evenly. */
export function spread(stops: Stop[], from: number, to: number): Placed[] {
  const free = to - from - stops.reduce((total, { along }) => total + along, 0);
  let end = from;
  return stops.map((stop) => {
    const middle = end + free / (stops.length + 1) + stop.along / 2;
    end = middle + stop.along / 2;
    return { ...stop, middle };
  });
}
