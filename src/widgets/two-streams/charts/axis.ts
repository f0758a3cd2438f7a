import { group, mean } from 'd3';
import type { Layout } from '../../../ui/chart/frame.ts';
import type { ShownPlace } from '../shown.ts';

/** Along the stream, in places: where it comes from and goes to, and the middle of what happens at a place. */
export const run = { in: -0.35, out: 0.4 };
export const middle = 0.5;

/** The horizontal axis of every chart of a stream, so that they stand in line; `named` writes what the places are. */
export function placeAxis(places: ShownPlace[], named: boolean): Layout['x'] {
  const index = places.map((_, i) => i);
  const groups = [...group(index, (i) => places[i]?.group ?? '')];
  return {
    domain: [run.in, places.length + run.out],
    ticks: named ? index.map((i) => i + middle) : [],
    format: (_, i) => places[i]?.name ?? '',
    label: named ? groups.map(([text, of]) => ({ value: (mean(of) ?? NaN) + middle, text })) : [],
  };
}

/** The places at which another group begins. */
export function bounds(places: ShownPlace[]): number[] {
  return places.flatMap(({ group: of }, i) => (i > 0 && places[i - 1]?.group !== of ? [i] : []));
}

export const margin = { top: 10, right: 8, bottom: 8, left: 48 };
/** Below the chart that names the places. */
export const named = { ...margin, bottom: 44 };
